-- Grain: at most one row a device; Asset Intelligence class, needs logon auditing on the client.
-- Rights: SELECT on dbo.v_GS_SYSTEM_CONSOLE_USAGE
SELECT
    x.ResourceID        AS resourceId
  , x.TopConsoleUser0   AS topUser
FROM dbo.v_GS_SYSTEM_CONSOLE_USAGE AS x
ORDER BY x.ResourceID, x.GroupID
