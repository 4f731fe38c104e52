-- Grain: one row a graphics adapter, mirror drivers included.
-- Rights: SELECT on dbo.tblVideoController
SELECT
    x.AssetID   AS assetId
  , x.Caption   AS name
FROM dbo.tblVideoController AS x
ORDER BY x.AssetID, x.Win32_VideoControllerid
