-- Grain: one row an asset that was not read itself, and a computer that was read and has a MAC of it: most likely one machine with two rows,
-- as a guest of its host and as itself. Which types of asset that holds for is decided by the bridge.
-- Rights: SELECT on dbo.tblAssetMacAddress, dbo.tblAssets, dbo.tblOperatingsystem, dbo.tblLinuxSystem
SELECT
    a.AssetID     AS assetId
  , o.AssetID     AS twinId
  , t.AssetName   AS twinName
FROM dbo.tblAssetMacAddress AS a
JOIN dbo.tblAssetMacAddress AS o ON o.Mac = a.Mac AND o.AssetID <> a.AssetID
JOIN dbo.tblAssets AS t ON t.AssetID = o.AssetID
JOIN dbo.tblOperatingsystem AS w ON w.AssetID = o.AssetID
LEFT JOIN dbo.tblOperatingsystem AS r ON r.AssetID = a.AssetID
LEFT JOIN dbo.tblLinuxSystem AS u ON u.AssetID = a.AssetID
WHERE r.AssetID IS NULL AND u.AssetID IS NULL
UNION
SELECT
    a.AssetID     AS assetId
  , o.AssetID     AS twinId
  , t.AssetName   AS twinName
FROM dbo.tblAssetMacAddress AS a
JOIN dbo.tblAssetMacAddress AS o ON o.Mac = a.Mac AND o.AssetID <> a.AssetID
JOIN dbo.tblAssets AS t ON t.AssetID = o.AssetID
JOIN dbo.tblLinuxSystem AS l ON l.AssetID = o.AssetID
LEFT JOIN dbo.tblOperatingsystem AS r ON r.AssetID = a.AssetID
LEFT JOIN dbo.tblLinuxSystem AS u ON u.AssetID = a.AssetID
WHERE r.AssetID IS NULL AND u.AssetID IS NULL
ORDER BY assetId, twinId
