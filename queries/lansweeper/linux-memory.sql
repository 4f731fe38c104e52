-- Grain: one row a slot, empty ones included; sizes are texts such as `16 GB`, `8192 MB`, `No Module Installed`.
-- Rights: SELECT on dbo.tblLinuxMemoryDevices
SELECT
    x.AssetID        AS assetId
  , x.Locator        AS slot
  , x.BankLocator    AS bank
  , x.Size           AS size
  , x.Speed          AS speed
  , x.Manufacturer   AS manufacturer
FROM dbo.tblLinuxMemoryDevices AS x
ORDER BY x.AssetID, x.MemoryDeviceID
