-- Grain: one row a DNS name.
-- Rights: SELECT on dbo.v_RA_System_ResourceNames
SELECT
    x.ResourceID        AS resourceId
  , x.Resource_Names0   AS name
FROM dbo.v_RA_System_ResourceNames AS x
ORDER BY x.ResourceID, x.Resource_Names0
