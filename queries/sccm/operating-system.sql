-- Grain: at most one row a device. SerialNumber0 of this view is the Windows product id, never a hardware serial.
-- Rights: SELECT on dbo.v_GS_OPERATING_SYSTEM
SELECT
    x.ResourceID            AS resourceId
  , x.Caption0              AS caption
  , x.Version0              AS version
  , x.BuildNumber0          AS build
  , x.OperatingSystemSKU0   AS editionCode -- optional
  , x.OSArchitecture0       AS architecture -- optional
  , x.CSDVersion0           AS servicePack
  , x.ProductType0          AS productType
  , x.InstallDate0          AS installed
  , x.LastBootUpTime0       AS lastBoot
FROM dbo.v_GS_OPERATING_SYSTEM AS x
ORDER BY x.ResourceID, x.GroupID
