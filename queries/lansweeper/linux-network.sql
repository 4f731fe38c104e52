-- Grain: one row an interface, the loopback included; addresses may be followed by their prefix.
-- Rights: SELECT on dbo.tblLinuxNetworkDetection
SELECT
    x.AssetID      AS assetId
  , x.Name         AS name
  , x.LinkEncap    AS link
  , x.Mac          AS mac
  , x.Ipv4         AS ipv4
  , x.Ipv6         AS ipv6
  , x.Subnetmask   AS mask
  , x.Gateway      AS gateway
FROM dbo.tblLinuxNetworkDetection AS x
ORDER BY x.AssetID, x.NetworkID
