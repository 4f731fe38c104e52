-- Grain: one row a drive letter; megabytes. Local disks only (DriveType0 = 3).
-- Rights: SELECT on dbo.v_GS_LOGICAL_DISK
SELECT
    x.ResourceID    AS resourceId
  , x.DeviceID0     AS drive
  , x.DriveType0    AS driveType
  , x.VolumeName0   AS label
  , x.FileSystem0   AS fileSystem
  , x.Size0         AS sizeMb
  , x.FreeSpace0    AS freeMb
FROM dbo.v_GS_LOGICAL_DISK AS x
WHERE x.DriveType0 = 3
ORDER BY x.ResourceID, x.GroupID
