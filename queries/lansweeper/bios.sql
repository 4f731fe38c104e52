-- Grain: at most one row an asset (the newest counts); SMBIOSBIOSVersion is what people call the BIOS version.
-- Rights: SELECT on dbo.tblBIOS
SELECT
    x.AssetID             AS assetId
  , x.Manufacturer        AS manufacturer
  , x.Caption             AS caption
  , x.SMBIOSBIOSVersion   AS version
  , x.ReleaseDate         AS released
  , x.SerialNumber        AS serial
FROM dbo.tblBIOS AS x
ORDER BY x.AssetID, x.Win32_BIOSid DESC
