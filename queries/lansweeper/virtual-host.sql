-- Grain: one row an asset, guest and MAC: a host gave one of its guests a MAC of the asset, so the asset is that guest.
-- MACs are compared without colons and hyphens: hosts write them either way.
-- Rights: SELECT on dbo.tblVmwareGuestNetwork, dbo.tblVmwareGuest, dbo.tblAssets, dbo.tblAssetMacAddress, dbo.TblHyperVGuestNetwork, dbo.tblHyperVGuest
SELECT
    a.AssetID       AS assetId
  , 'vmware'        AS platform
  , g.AssetID       AS hostId
  , h.AssetName     AS hostName
  , g.Name          AS guestName
  , n.MacAddress    AS mac
  , g.lastchanged   AS lastChanged
FROM dbo.tblVmwareGuestNetwork AS n
JOIN dbo.tblVmwareGuest AS g ON g.GuestID = n.GuestID
JOIN dbo.tblAssets AS h ON h.AssetID = g.AssetID
JOIN dbo.tblAssetMacAddress AS a ON REPLACE(REPLACE(a.Mac, ':', ''), '-', '') = REPLACE(REPLACE(n.MacAddress, ':', ''), '-', '')
WHERE a.AssetID <> g.AssetID
UNION
SELECT
    a.AssetID       AS assetId
  , 'hyperv'        AS platform
  , g.AssetID       AS hostId
  , h.AssetName     AS hostName
  , g.Name          AS guestName
  , n.MacAddress    AS mac
  , g.Lastchanged   AS lastChanged
FROM dbo.TblHyperVGuestNetwork AS n
JOIN dbo.tblHyperVGuest AS g ON g.hypervguestID = n.HyperVGuestID
JOIN dbo.tblAssets AS h ON h.AssetID = g.AssetID
JOIN dbo.tblAssetMacAddress AS a ON REPLACE(REPLACE(a.Mac, ':', ''), '-', '') = REPLACE(REPLACE(n.MacAddress, ':', ''), '-', '')
WHERE a.AssetID <> g.AssetID
ORDER BY assetId, platform, hostId, guestName, mac
