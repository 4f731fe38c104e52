-- Grain: at most one row an asset; the name that LanSweeper gives the build.
-- Rights: SELECT on dbo.tblAssets, dbo.tsysOS
SELECT
    x.AssetID   AS assetId
  , o.OSname    AS name
FROM dbo.tblAssets AS x
JOIN dbo.tsysOS AS o ON o.OScode = x.OScode
ORDER BY x.AssetID, o.Sortorder
