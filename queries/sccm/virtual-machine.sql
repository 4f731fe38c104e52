-- Grain: at most one row a device; Hyper-V guests with integration services.
-- Rights: SELECT on dbo.v_GS_VIRTUAL_MACHINE
SELECT
    x.ResourceID          AS resourceId
  , x.PhysicalHostName0   AS hostName
FROM dbo.v_GS_VIRTUAL_MACHINE AS x
ORDER BY x.ResourceID, x.GroupID
