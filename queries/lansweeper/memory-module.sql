-- Grain: one row a module; Capacity in bytes.
-- Rights: SELECT on dbo.tblPhysicalMemory
SELECT
    x.AssetID         AS assetId
  , x.DeviceLocator   AS slot
  , x.Capacity        AS capacityBytes
  , x.Speed           AS speedMhz
FROM dbo.tblPhysicalMemory AS x
ORDER BY x.AssetID, x.Win32_PhysicalMemoryid
