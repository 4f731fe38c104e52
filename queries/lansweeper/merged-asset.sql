-- Grain: one row an asset and number that was merged into it, over one merge or two; the survivor of a merge may itself have been merged since.
-- Rights: SELECT on dbo.tblAssetMergeLinks, dbo.tblAssets
SELECT
    x.NewAssetID   AS assetId
  , x.OldAssetID   AS oldAssetId
FROM dbo.tblAssetMergeLinks AS x
JOIN dbo.tblAssets AS a ON a.AssetID = x.NewAssetID
UNION
SELECT
    n.NewAssetID   AS assetId
  , o.OldAssetID   AS oldAssetId
FROM dbo.tblAssetMergeLinks AS n
JOIN dbo.tblAssetMergeLinks AS o ON o.NewAssetID = n.OldAssetID
JOIN dbo.tblAssets AS b ON b.AssetID = n.NewAssetID
ORDER BY assetId, oldAssetId
