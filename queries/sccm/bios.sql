-- Grain: at most one row a device; SMBIOSBIOSVersion0 is what people call the BIOS version.
-- Rights: SELECT on dbo.v_GS_PC_BIOS
SELECT
    x.ResourceID           AS resourceId
  , x.Manufacturer0        AS manufacturer
  , x.Name0                AS name
  , x.SMBIOSBIOSVersion0   AS version
  , x.ReleaseDate0         AS released
  , x.SerialNumber0        AS serial
FROM dbo.v_GS_PC_BIOS AS x
ORDER BY x.ResourceID, x.GroupID
