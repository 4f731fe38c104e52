-- Grain: one row an asset of any type and state; this section decides which assets exist.
-- Types and states are numbers that each site names for itself: the bridge judges by name and counts every exclusion.
-- Memory in megabytes; dates are the clock of the scan server. Comments is ntext: its first 4,000 characters.
-- Rights: SELECT on dbo.tblAssets, dbo.tblAssetCustom, dbo.tsysAssetTypes, dbo.tblState
SELECT
    x.AssetID                            AS assetId
  , x.AssetName                          AS name
  , x.AssetUnique                        AS assetUnique
  , x.Assettype                          AS typeCode
  , t.AssetTypename                      AS typeName
  , c.State                              AS stateCode
  , s.Statename                          AS stateName
  , x.Domain                             AS domain
  , x.FQDN                               AS fqdn
  , c.DNSName                            AS dnsName
  , x.IPAddress                          AS ipAddress
  , x.Mac                                AS mac
  , x.Description                        AS description
  , c.Manufacturer                       AS manufacturer
  , c.Model                              AS model
  , c.SystemSKU                          AS sku
  , c.Serialnumber                       AS serial
  , c.SerialnumberLock                   AS serialLocked
  , x.OScode                             AS osCode
  , x.Version                            AS featureVersion -- optional
  , x.BuildNumber                        AS osRevision -- optional
  , x.SP                                 AS servicePack
  , x.Memory                             AS memoryMb
  , x.Processor                          AS processor
  , x.NrProcessors                       AS sockets
  , x.Userdomain                         AS lastUserDomain
  , x.Username                           AS lastUserLogin
  , c.Contact                            AS contact
  , c.Location                           AS location
  , c.Building                           AS building
  , c.Department                         AS department
  , c.Branchoffice                       AS branch
  , c.BarCode                            AS barcode
  , c.OrderNumber                        AS orderNumber
  , c.PurchaseDate                       AS purchased
  , c.Warrantydate                       AS warrantyUntil
  , c.Printedpages                       AS printedPages
  , c.Printerstatus                      AS printerStatus
  , CAST(c.Comments AS nvarchar(4000))   AS comments
  , x.Firstseen                          AS firstSeen
  , x.Lastseen                           AS lastSeen
  , x.Lasttried                          AS lastTried
  , x.Scanserver                         AS scanServer
  , x.LsAgentVersion                     AS agentVersion -- optional
FROM dbo.tblAssets AS x
LEFT JOIN dbo.tblAssetCustom AS c ON c.AssetID = x.AssetID
LEFT JOIN dbo.tsysAssetTypes AS t ON t.AssetType = x.Assettype
LEFT JOIN dbo.tblState AS s ON s.State = c.State
ORDER BY x.AssetID
