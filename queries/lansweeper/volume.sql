-- Grain: one row a drive letter, in spite of the name of the table; bytes. Local disks only (DriveType = 3).
-- Rights: SELECT on dbo.tblDiskdrives
SELECT
    x.AssetID      AS assetId
  , x.Caption      AS drive
  , x.Volumename   AS label
  , x.FileSystem   AS fileSystem
  , x.Size         AS sizeBytes
  , x.Freespace    AS freeBytes
FROM dbo.tblDiskdrives AS x
WHERE x.DriveType = 3
ORDER BY x.AssetID, x.diskID
