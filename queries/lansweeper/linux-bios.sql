-- Grain: at most one row an asset (the newest counts); ReleaseDate is text.
-- Rights: SELECT on dbo.tblLinuxBios
SELECT
    x.AssetID       AS assetId
  , x.Vendor        AS vendor
  , x.Version       AS version
  , x.ReleaseDate   AS released
FROM dbo.tblLinuxBios AS x
ORDER BY x.AssetID, x.BiosID DESC
