-- Grain: one row an address.
-- Rights: SELECT on dbo.v_RA_System_MACAddresses
SELECT
    x.ResourceID       AS resourceId
  , x.MAC_Addresses0   AS mac
FROM dbo.v_RA_System_MACAddresses AS x
ORDER BY x.ResourceID, x.MAC_Addresses0
