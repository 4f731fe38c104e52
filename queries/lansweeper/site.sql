-- Grain: one row a thing of the installation, told apart by kind: scanServer, customField, assetType, state.
-- Read first. Scan servers with their version and the clean-up that is on; labels of the custom fields; every type and state in use, with its assets
-- and, by type, the newest contact.
-- Rights: SELECT on dbo.tsysASServers, dbo.tsysCustomNames, dbo.tblAssets, dbo.tsysAssetTypes, dbo.tblAssetCustom, dbo.tblState
SELECT
    'scanServer'                                     AS kind
  , s.Servername                                     AS name
  , s.Version                                        AS version
  , CAST(NULL AS nvarchar(100))                      AS label
  , CAST(NULL AS int)                                AS assets
  , CASE WHEN s.NACOMP = 1 THEN s.NACOMPDAYS END     AS deactivatedAfterDays
  , CASE WHEN s.DELCOMP = 1 THEN s.DELCOMPDAYS END   AS deletedAfterDays
  , CAST(NULL AS datetime)                           AS lastSeen
FROM dbo.tsysASServers AS s
UNION ALL
SELECT 'customField', n.Customname, NULL, n.Displayname, NULL, NULL, NULL, NULL
FROM dbo.tsysCustomNames AS n
UNION ALL
SELECT 'assetType', t.AssetTypename, NULL, NULL, COUNT(*), NULL, NULL, MAX(x.Lastseen)
FROM dbo.tblAssets AS x
LEFT JOIN dbo.tsysAssetTypes AS t ON t.AssetType = x.Assettype
GROUP BY t.AssetTypename
UNION ALL
SELECT 'state', e.Statename, NULL, NULL, COUNT(*), NULL, NULL, NULL
FROM dbo.tblAssetCustom AS c
LEFT JOIN dbo.tblState AS e ON e.State = c.State
GROUP BY e.Statename
ORDER BY kind, name
