-- Grain: at most one row an asset; by LocationID, because ranges of addresses overlap. Other columns of the range are secret.
-- Rights: SELECT on dbo.tblAssets, dbo.tsysIPLocations
SELECT
    x.AssetID      AS assetId
  , l.IPLocation   AS name
FROM dbo.tblAssets AS x
JOIN dbo.tsysIPLocations AS l ON l.LocationID = x.LocationID
ORDER BY x.AssetID
