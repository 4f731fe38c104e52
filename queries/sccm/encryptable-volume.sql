-- Grain: one row a volume; ProtectionStatus0 is 0 off, 1 on, 2 unknown.
-- Rights: SELECT on dbo.v_GS_ENCRYPTABLE_VOLUME
SELECT
    x.ResourceID          AS resourceId
  , x.DriveLetter0        AS drive
  , x.ProtectionStatus0   AS protection
FROM dbo.v_GS_ENCRYPTABLE_VOLUME AS x
ORDER BY x.ResourceID, x.GroupID
