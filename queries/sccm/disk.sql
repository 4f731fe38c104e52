-- Grain: one row a physical disk, USB sticks included; Size0 in megabytes. The view has no disk serial.
-- Rights: SELECT on dbo.v_GS_DISK
SELECT
    x.ResourceID       AS resourceId
  , x.Index0           AS diskIndex
  , x.Model0           AS model
  , x.Size0            AS sizeMb
  , x.InterfaceType0   AS interfaceType
  , x.MediaType0       AS mediaType
FROM dbo.v_GS_DISK AS x
ORDER BY x.ResourceID, x.GroupID
