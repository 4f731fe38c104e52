-- Grain: one row a tie between asset and account that holds today.
-- Rights: SELECT on dbo.tblAssetUserRelations, dbo.tsysAssetRelationTypes
SELECT
    x.AssetID      AS assetId
  , x.Userdomain   AS domain
  , x.Username     AS login
  , x.Type         AS typeCode
  , t.Name         AS typeName
  , x.StartDate    AS started
FROM dbo.tblAssetUserRelations AS x
LEFT JOIN dbo.tsysAssetRelationTypes AS t ON t.RelationTypeID = x.Type
WHERE x.AssetID IS NOT NULL
  AND (x.StartDate IS NULL OR x.StartDate <= CURRENT_TIMESTAMP)
  AND (x.EndDate IS NULL OR x.EndDate >= CURRENT_TIMESTAMP) -- optional
ORDER BY x.AssetID, x.RelationID
