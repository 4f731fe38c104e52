-- Grain: at most one row a device.
-- Rights: SELECT on dbo.v_GS_SYSTEM
SELECT
    x.ResourceID    AS resourceId
  , x.SMSID0        AS clientId
  , x.SystemRole0   AS systemRole -- optional
FROM dbo.v_GS_SYSTEM AS x
ORDER BY x.ResourceID, x.GroupID
