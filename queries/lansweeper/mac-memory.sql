-- Grain: one row a slot; sizes and speeds are texts.
-- Rights: SELECT on dbo.tblMacMemory
SELECT
    x.AssetID   AS assetId
  , x.Name      AS slot
  , x.Size      AS size
  , x.Speed     AS speed
  , x.Status    AS status
FROM dbo.tblMacMemory AS x
ORDER BY x.AssetID, x.MemoryID
