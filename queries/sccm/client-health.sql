-- Grain: at most one row a device.
-- Rights: SELECT on dbo.v_CH_ClientSummary
SELECT
    x.ResourceID               AS resourceId
  , x.ClientActiveStatus       AS activeStatus
  , x.ClientStateDescription   AS state -- optional
  , x.LastActiveTime           AS lastActive
  , x.LastHW                   AS lastHardwareScan -- optional
FROM dbo.v_CH_ClientSummary AS x
ORDER BY x.ResourceID
