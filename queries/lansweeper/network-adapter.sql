-- Grain: one row an adapter, virtual ones included; the MAC is its link to network-configuration.
-- Rights: SELECT on dbo.tblNetworkAdapter
SELECT
    x.AssetID           AS assetId
  , x.Name              AS name
  , x.NetConnectionID   AS connection
  , x.Manufacturer      AS manufacturer
  , x.MACAddress        AS mac
  , x.NetEnabled        AS enabled
FROM dbo.tblNetworkAdapter AS x
ORDER BY x.AssetID, x.networkadapterid
