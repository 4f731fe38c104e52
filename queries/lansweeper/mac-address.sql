-- Grain: one row an address.
-- Rights: SELECT on dbo.tblAssetMacAddress
SELECT
    x.AssetID   AS assetId
  , x.Mac       AS mac
FROM dbo.tblAssetMacAddress AS x
ORDER BY x.AssetID, x.MacID
