-- Grain: one row an asset and group, dynamic groups included.
-- Rights: SELECT on dbo.tblAssetGroupLink, dbo.tblAssetGroups
SELECT
    x.AssetID      AS assetId
  , g.AssetGroup   AS name
  , g.Builtin      AS builtIn
FROM dbo.tblAssetGroupLink AS x
JOIN dbo.tblAssetGroups AS g ON g.AssetGroupID = x.AssetGroupID
ORDER BY x.AssetID, g.AssetGroup
