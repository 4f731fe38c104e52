-- Grain: one row a socket; cores and threads are per socket.
-- Rights: SELECT on dbo.v_GS_PROCESSOR
SELECT
    x.ResourceID                   AS resourceId
  , x.DeviceID0                    AS deviceId
  , x.Name0                        AS name
  , x.Manufacturer0                AS manufacturer
  , x.MaxClockSpeed0               AS maxMhz
  , x.NormSpeed0                   AS normMhz -- optional
  , x.NumberOfCores0               AS cores -- optional
  , x.NumberOfLogicalProcessors0   AS threads -- optional
FROM dbo.v_GS_PROCESSOR AS x
ORDER BY x.ResourceID, x.GroupID
