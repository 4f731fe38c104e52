-- Grain: one row a device and user whom the usage agent has seen; minutes on the console.
-- Rights: SELECT on dbo.v_UserMachineIntelligence
SELECT
    x.MachineResourceID AS resourceId
  , x.UniqueUserName    AS uniqueName
  , x.ConsoleMinutes    AS consoleMinutes
  , x.LastLoginTime     AS lastLogin
FROM dbo.v_UserMachineIntelligence AS x
ORDER BY x.MachineResourceID, x.UniqueUserName
