-- Grain: at most one row an asset (the newest counts). Domainrole above 1 is a server.
-- Rights: SELECT on dbo.tblComputersystem, dbo.tblDomainroles
SELECT
    x.AssetID               AS assetId
  , x.Domainrole            AS domainRole
  , r.Domainrolename        AS domainRoleName
  , x.Model                 AS model
  , x.SystemType            AS systemType
  , x.NumberOfProcessors    AS sockets
  , x.TotalPhysicalMemory   AS memoryBytes
  , x.PartOfDomain          AS partOfDomain
FROM dbo.tblComputersystem AS x
LEFT JOIN dbo.tblDomainroles AS r ON r.Domainrole = x.Domainrole
ORDER BY x.AssetID, x.ComputersystemID DESC
