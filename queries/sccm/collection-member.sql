-- Grain: one row a device and collection. Read only where rules.only or rules.exclude of bridge.yaml name collections.
-- @collections comes from the bridge: the ids of these collections, each between bars, |SMS00001|GH100014|.
-- Rights: SELECT on dbo.v_FullCollectionMembership, dbo.v_Collection
SELECT
    x.ResourceID   AS resourceId
  , c.Name         AS name
FROM dbo.v_FullCollectionMembership AS x
JOIN dbo.v_Collection AS c ON c.CollectionID = x.CollectionID
WHERE x.ResourceType = 5
  AND @collections LIKE CONCAT('%|', c.CollectionID, '|%')
ORDER BY x.ResourceID, c.Name
