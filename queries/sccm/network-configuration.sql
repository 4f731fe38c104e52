-- Grain: one row an adapter bound to TCP/IP. Addresses, masks and gateways are comma-separated lists; an address and its mask share the position.
-- Rights: SELECT on dbo.v_GS_NETWORK_ADAPTER_CONFIGURATION
SELECT
    x.ResourceID          AS resourceId
  , x.Index0              AS adapterIndex -- optional
  , x.Description0        AS description -- optional
  , x.MACAddress0         AS mac
  , x.IPAddress0          AS addresses
  , x.IPSubnet0           AS masks
  , x.DefaultIPGateway0   AS gateways
  , x.DHCPEnabled0        AS dhcp
  , x.DNSHostName0        AS hostName -- optional
  , x.DNSDomain0          AS dnsDomain -- optional
FROM dbo.v_GS_NETWORK_ADAPTER_CONFIGURATION AS x
WHERE x.IPEnabled0 = 1
ORDER BY x.ResourceID, x.GroupID
