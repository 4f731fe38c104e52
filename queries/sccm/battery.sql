-- Grain: one row a battery; the class is off by default.
-- Rights: SELECT on dbo.v_GS_BATTERY
SELECT
    x.ResourceID   AS resourceId
  , x.Name0        AS name -- optional
FROM dbo.v_GS_BATTERY AS x
ORDER BY x.ResourceID, x.GroupID
