-- Grain: one row a battery; a UPS on USB is one too.
-- Rights: SELECT on dbo.tblBattery
SELECT
    x.AssetID   AS assetId
  , x.Name      AS name
FROM dbo.tblBattery AS x
ORDER BY x.AssetID, x.Win32_Batteryid
