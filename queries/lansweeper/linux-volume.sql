-- Grain: one row a block device; sizes are texts.
-- Rights: SELECT on dbo.tblLinuxVolumes
SELECT
    x.AssetID      AS assetId
  , x.Path         AS path
  , x.Type         AS volumeType
  , x.Size         AS size
  , x.MountPoint   AS mountPoint
  , x.Label        AS label
FROM dbo.tblLinuxVolumes AS x
ORDER BY x.AssetID, x.VolumeID
