-- Grain: one row an asset: when the newest of its scanned items was read.
-- Rights: SELECT on dbo.TsysLastscan
SELECT
    x.AssetID         AS assetId
  , MAX(x.Lasttime)   AS lastScan
FROM dbo.TsysLastscan AS x
GROUP BY x.AssetID
ORDER BY x.AssetID
