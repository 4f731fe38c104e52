-- Grain: one row an adapter bound to TCP/IP. Addresses, masks and gateways are lists as text; an address and its mask share the position.
-- Rights: SELECT on dbo.tblNetwork
SELECT
    x.AssetID            AS assetId
  , x.Description        AS description
  , x.MACaddress         AS mac
  , x.IPAddress          AS addresses
  , x.IPSubnet           AS masks
  , x.DefaultIPGateway   AS gateways
  , x.DHCPenabled        AS dhcp
  , x.DNSHostname        AS hostName
  , x.DNSDomain          AS dnsDomain
FROM dbo.tblNetwork AS x
WHERE x.IPEnabled = 1
ORDER BY x.AssetID, x.NetworkID
