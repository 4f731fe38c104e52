-- Grain: one row a mounted file system, in spite of the name of the table; sizes are texts such as `98G`.
-- Rights: SELECT on dbo.tblLinuxHardDisks
SELECT
    x.AssetID      AS assetId
  , x.Filesystem   AS fileSystem
  , x.Size         AS size
  , x.Used         AS used
  , x.Available    AS available
  , x.MountedOn    AS mountedOn
FROM dbo.tblLinuxHardDisks AS x
ORDER BY x.AssetID, x.HardDiskID
