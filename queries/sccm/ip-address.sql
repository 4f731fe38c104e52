-- Grain: one row an address, IPv4 and IPv6 mixed.
-- Rights: SELECT on dbo.v_RA_System_IPAddresses
SELECT
    x.ResourceID      AS resourceId
  , x.IP_Addresses0   AS address
FROM dbo.v_RA_System_IPAddresses AS x
ORDER BY x.ResourceID, x.IP_Addresses0
