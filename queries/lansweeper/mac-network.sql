-- Grain: one row a network service, in the order of ServiceOrder.
-- Rights: SELECT on dbo.tblMacNetwork
SELECT
    x.AssetID         AS assetId
  , x.Name            AS name
  , x.Hardware        AS hardware
  , x.BSDDeviceName   AS device
  , x.Mac             AS mac
  , x.Ipv4            AS ipv4
  , x.Ipv4Mask        AS mask
  , x.IPv6            AS ipv6
  , x.Gateway         AS gateway
FROM dbo.tblMacNetwork AS x
ORDER BY x.AssetID, x.ServiceOrder, x.NetworkID
