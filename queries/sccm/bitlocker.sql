-- Grain: one row a volume; since BitLocker management (about 1910).
-- Rights: SELECT on dbo.v_GS_BITLOCKER_DETAILS
SELECT
    x.ResourceID          AS resourceId
  , x.DriveLetter0        AS drive
  , x.ProtectionStatus0   AS protection
  , x.EncryptionMethod0   AS method -- optional
FROM dbo.v_GS_BITLOCKER_DETAILS AS x
ORDER BY x.ResourceID, x.GroupID
