-- Grain: one row a module; Capacity0 in megabytes.
-- Rights: SELECT on dbo.v_GS_PHYSICAL_MEMORY
SELECT
    x.ResourceID       AS resourceId
  , x.DeviceLocator0   AS slot
  , x.BankLabel0       AS bank
  , x.Capacity0        AS capacityMb
  , x.Speed0           AS speedMhz -- optional
  , x.Manufacturer0    AS manufacturer
  , x.PartNumber0      AS partNumber -- optional
FROM dbo.v_GS_PHYSICAL_MEMORY AS x
ORDER BY x.ResourceID, x.GroupID
