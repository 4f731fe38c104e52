-- Grain: one row a battery of a portable computer.
-- Rights: SELECT on dbo.tblPortableBattery
SELECT
    x.AssetID   AS assetId
  , x.Name      AS name
FROM dbo.tblPortableBattery AS x
ORDER BY x.AssetID, x.Win32_PortableBatteryid
