-- Grain: at most one row an asset. By LocationID, which names one range: ranges overlap. The table keeps the passwords of shares, which nothing here reads;
-- a grant on the columns LocationID and IPLocation is enough.
-- Rights: SELECT on dbo.tblAssets, dbo.tsysIPLocations
SELECT
    x.AssetID      AS assetId
  , l.IPLocation   AS name
FROM dbo.tblAssets AS x
JOIN dbo.tsysIPLocations AS l ON l.LocationID = x.LocationID
ORDER BY x.AssetID
