-- Grain: one row a console user; minutes over the security log.
-- Rights: SELECT on dbo.v_GS_SYSTEM_CONSOLE_USER
SELECT
    x.ResourceID                 AS resourceId
  , x.SystemConsoleUser0         AS consoleUser
  , x.TotalUserConsoleMinutes0   AS minutes
  , x.LastConsoleUse0            AS lastUse
FROM dbo.v_GS_SYSTEM_CONSOLE_USER AS x
ORDER BY x.ResourceID, x.GroupID
