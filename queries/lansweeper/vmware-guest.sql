-- Grain: one row a guest; AssetID is the host. Memory in megabytes.
-- Rights: SELECT on dbo.tblVmwareGuest
SELECT
    x.AssetID         AS assetId
  , x.GuestID         AS guestId
  , x.Name            AS name
  , x.Memory          AS memoryMb
  , x.GuestFullName   AS guestOs -- optional
FROM dbo.tblVmwareGuest AS x
ORDER BY x.AssetID, x.GuestID
