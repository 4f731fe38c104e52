-- Grain: one row a level; the longest value is the deepest.
-- Rights: SELECT on dbo.v_RA_System_SystemOUName
SELECT
    x.ResourceID        AS resourceId
  , x.System_OU_Name0   AS ou
FROM dbo.v_RA_System_SystemOUName AS x
ORDER BY x.ResourceID, x.System_OU_Name0
