-- Grain: at most one row a device; LastHWScan is client wall clock.
-- Rights: SELECT on dbo.v_GS_WORKSTATION_STATUS
SELECT
    x.ResourceID   AS resourceId
  , x.LastHWScan   AS lastHardwareScan
FROM dbo.v_GS_WORKSTATION_STATUS AS x
ORDER BY x.ResourceID, x.GroupID
