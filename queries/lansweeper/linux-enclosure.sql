-- Grain: one row an enclosure.
-- Rights: SELECT on dbo.tblLinuxEnclosure
SELECT
    x.AssetID          AS assetId
  , x.ChassisTypes     AS chassisCode
  , x.SerialNumber     AS serial
  , x.SMBIOSAssetTag   AS assetTag
  , x.Manufacturer     AS manufacturer
FROM dbo.tblLinuxEnclosure AS x
ORDER BY x.AssetID, x.LinuxEnclosureId
