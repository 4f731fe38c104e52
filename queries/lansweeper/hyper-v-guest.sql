-- Grain: one row a guest; AssetID is the host.
-- Rights: SELECT on dbo.tblHyperVGuest
SELECT
    x.AssetID         AS assetId
  , x.hypervguestID   AS guestId
  , x.Name            AS name
FROM dbo.tblHyperVGuest AS x
ORDER BY x.AssetID, x.hypervguestID
