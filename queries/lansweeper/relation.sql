-- Grain: one row a tie between two assets that holds today, held by the child.
-- Rights: SELECT on dbo.tblAssetRelations, dbo.tblAssets, dbo.tsysAssetTypes, dbo.tsysAssetRelationTypes
SELECT
    x.ChildAssetID    AS assetId
  , x.ParentAssetID   AS parentId
  , p.AssetName       AS parentName
  , t.AssetTypename   AS parentTypeName
  , x.Type            AS typeCode
  , r.Name            AS name
  , r.ReverseName     AS reverseName
  , x.Comments        AS comments
FROM dbo.tblAssetRelations AS x
JOIN dbo.tblAssets AS p ON p.AssetID = x.ParentAssetID
LEFT JOIN dbo.tsysAssetTypes AS t ON t.AssetType = p.Assettype
LEFT JOIN dbo.tsysAssetRelationTypes AS r ON r.RelationTypeID = x.Type
WHERE x.ChildAssetID IS NOT NULL
  AND (x.StartDate IS NULL OR x.StartDate <= CURRENT_TIMESTAMP)
  AND (x.EndDate IS NULL OR x.EndDate >= CURRENT_TIMESTAMP) -- optional
ORDER BY x.ChildAssetID, x.RelationID
