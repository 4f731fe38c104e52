-- Grain: at most one row a device; sites newer than 2012 R2.
-- Rights: SELECT on dbo.v_GS_FIRMWARE
SELECT
    x.ResourceID    AS resourceId
  , x.UEFI0         AS uefi
  , x.SecureBoot0   AS secureBoot
FROM dbo.v_GS_FIRMWARE AS x
ORDER BY x.ResourceID, x.GroupID
