-- Grain: one row an enclosure: the machine itself, docking stations, blades. ChassisTypes is one number.
-- Rights: SELECT on dbo.tblSystemEnclosure, dbo.TsysChassisTypes
SELECT
    x.AssetID          AS assetId
  , x.ChassisTypes     AS chassisCode
  , t.ChassisName      AS chassisName
  , x.SerialNumber     AS serial
  , x.SMBIOSAssetTag   AS assetTag
  , x.Manufacturer     AS manufacturer
FROM dbo.tblSystemEnclosure AS x
LEFT JOIN dbo.TsysChassisTypes AS t ON t.Chassistype = x.ChassisTypes
ORDER BY x.AssetID, x.Win32_SystemEnclosureid
