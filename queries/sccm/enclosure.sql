-- Grain: one row an enclosure: the machine itself, docking stations, blades. ChassisTypes0 is text and may hold a list.
-- Rights: SELECT on dbo.v_GS_SYSTEM_ENCLOSURE
SELECT
    x.ResourceID        AS resourceId
  , x.Tag0              AS tag
  , x.ChassisTypes0     AS chassisTypes
  , x.SerialNumber0     AS serial
  , x.SMBIOSAssetTag0   AS assetTag
  , x.SKU0              AS sku -- optional
  , x.Manufacturer0     AS manufacturer
FROM dbo.v_GS_SYSTEM_ENCLOSURE AS x
ORDER BY x.ResourceID, x.GroupID
