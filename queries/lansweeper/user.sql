-- Grain: one row an asset and person tied to it: last user, logon, relation (login and domain together), manager in the directory (objectId).
-- A person who is not in the directory stays known by login.
-- Rights: SELECT on dbo.tblAssets, dbo.tblADusers, dbo.tblCPlogoninfo, dbo.tblAssetUserRelations, dbo.tblADComputers
SELECT
    x.AssetID          AS assetId
  , u.Userdomain       AS domain
  , u.Username         AS login
  , u.ADObjectID       AS objectId
  , u.Displayname      AS displayName
  , u.UPN              AS upn
  , u.email            AS mail
  , u.EmployeeNumber   AS employeeNumber
  , u.EmployeeID       AS employeeId
FROM dbo.tblAssets AS x
JOIN dbo.tblADusers AS u ON u.Username = x.Username AND u.Userdomain = x.Userdomain
UNION
SELECT
    l.AssetID          AS assetId
  , u.Userdomain       AS domain
  , u.Username         AS login
  , u.ADObjectID       AS objectId
  , u.Displayname      AS displayName
  , u.UPN              AS upn
  , u.email            AS mail
  , u.EmployeeNumber   AS employeeNumber
  , u.EmployeeID       AS employeeId
FROM dbo.tblCPlogoninfo AS l
JOIN dbo.tblADusers AS u ON u.Username = l.Username AND u.Userdomain = l.Domain
UNION
SELECT
    r.AssetID          AS assetId
  , u.Userdomain       AS domain
  , u.Username         AS login
  , u.ADObjectID       AS objectId
  , u.Displayname      AS displayName
  , u.UPN              AS upn
  , u.email            AS mail
  , u.EmployeeNumber   AS employeeNumber
  , u.EmployeeID       AS employeeId
FROM dbo.tblAssetUserRelations AS r
JOIN dbo.tblADusers AS u ON u.Username = r.Username AND u.Userdomain = r.Userdomain
WHERE r.AssetID IS NOT NULL
UNION
SELECT
    c.AssetID          AS assetId
  , u.Userdomain       AS domain
  , u.Username         AS login
  , u.ADObjectID       AS objectId
  , u.Displayname      AS displayName
  , u.UPN              AS upn
  , u.email            AS mail
  , u.EmployeeNumber   AS employeeNumber
  , u.EmployeeID       AS employeeId
FROM dbo.tblADComputers AS c
JOIN dbo.tblADusers AS u ON u.ADObjectID = c.ManagerADObjectId
ORDER BY assetId, domain, login
