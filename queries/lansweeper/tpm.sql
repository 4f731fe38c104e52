-- Grain: at most one row an asset (the newest counts); SpecVersion is a list whose first element is the version.
-- Rights: SELECT on dbo.tblTPM
SELECT
    x.AssetId                    AS assetId
  , x.SpecVersion                AS specVersion
  , x.IsEnabled_InitialValue     AS enabled
  , x.IsActivated_InitialValue   AS activated
  , x.IsOwned_InitialValue       AS owned
FROM dbo.tblTPM AS x
ORDER BY x.AssetId, x.Win32_TpmId DESC
