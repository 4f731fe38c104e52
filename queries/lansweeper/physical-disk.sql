-- Grain: one row a physical disk, in spite of the name of the table; Size in bytes.
-- Rights: SELECT on dbo.tblFloppy
SELECT
    x.AssetID            AS assetId
  , x.Name               AS device
  , x.Model              AS model
  , x.SerialNumber       AS serial
  , x.FirmwareRevision   AS firmware
  , x.InterfaceType      AS interfaceType
  , x.Size               AS sizeBytes
  , x.Status             AS status
FROM dbo.tblFloppy AS x
ORDER BY x.AssetID, x.floppyID
