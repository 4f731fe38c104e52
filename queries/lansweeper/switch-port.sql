-- Grain: one row an asset, switch port and MAC: a switch sees on that port a MAC of the asset. Uplinks see everybody and are left out.
-- Rights: SELECT on dbo.tblSNMPAssetMac, dbo.tblAssetMacAddress, dbo.tblAssets, dbo.tblSNMPInfo
SELECT DISTINCT
    a.AssetID           AS assetId
  , m.AssetID           AS switchId
  , s.AssetName         AS switchName
  , m.IfIndex           AS interfaceIndex
  , i.Portname          AS port
  , i.ifName            AS interfaceName
  , m.AssetMacAddress   AS mac
  , m.Online            AS online
  , m.LastSeen          AS lastSeen
FROM dbo.tblSNMPAssetMac AS m
JOIN dbo.tblAssetMacAddress AS a ON a.Mac = m.AssetMacAddress
JOIN dbo.tblAssets AS s ON s.AssetID = m.AssetID
LEFT JOIN dbo.tblSNMPInfo AS i ON i.AssetID = m.AssetID AND i.IfIndex = m.IfIndex
WHERE a.AssetID <> m.AssetID AND (i.Uplink IS NULL OR i.Uplink = 0)
ORDER BY a.AssetID, m.AssetID, m.IfIndex, m.AssetMacAddress
