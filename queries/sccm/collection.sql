-- Grain: one row, one device collection. Read only where rules.only or rules.exclude of bridge.yaml name collections.
-- Rights: SELECT on dbo.v_Collection
SELECT
    c.CollectionID   AS collectionId
  , c.Name           AS name
FROM dbo.v_Collection AS c
WHERE c.CollectionType = 2
ORDER BY c.CollectionID
