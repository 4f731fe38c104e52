-- Grain: one row a volume; ProtectionStatus is 0 off, 1 on, 2 unknown.
-- Rights: SELECT on dbo.tblEncryptableVolume
SELECT
    x.AssetId            AS assetId
  , x.DriveLetter        AS drive
  , x.ProtectionStatus   AS protection
FROM dbo.tblEncryptableVolume AS x
ORDER BY x.AssetId, x.Win32_EncryptableVolumeId
