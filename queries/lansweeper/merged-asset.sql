-- Grain: one row an asset and number that was merged into it, over one merge or two.
-- Rights: SELECT on dbo.tblAssetMergeLinks
SELECT
    x.NewAssetID   AS assetId
  , x.OldAssetID   AS oldAssetId
FROM dbo.tblAssetMergeLinks AS x
UNION
SELECT
    n.NewAssetID   AS assetId
  , o.OldAssetID   AS oldAssetId
FROM dbo.tblAssetMergeLinks AS n
JOIN dbo.tblAssetMergeLinks AS o ON o.NewAssetID = n.OldAssetID
ORDER BY assetId, oldAssetId
