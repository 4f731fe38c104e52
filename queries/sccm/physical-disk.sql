-- Grain: one row a disk of the optional class MSFT_PhysicalDisk; DeviceId0 is the disk number. The view name follows the class name of the site: adapt it.
-- Rights: SELECT on dbo.v_GS_PHYSICALDISK
SELECT
    x.ResourceID      AS resourceId
  , x.DeviceId0       AS deviceId
  , x.SerialNumber0   AS serial -- optional
  , x.MediaType0      AS mediaType -- optional
  , x.BusType0        AS busType -- optional
FROM dbo.v_GS_PHYSICALDISK AS x
ORDER BY x.ResourceID, x.GroupID
