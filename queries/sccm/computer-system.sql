-- Grain: at most one row a device (the lowest GroupID counts).
-- Rights: SELECT on dbo.v_GS_COMPUTER_SYSTEM
SELECT
    x.ResourceID            AS resourceId
  , x.Name0                 AS name
  , x.Domain0               AS domain
  , x.DomainRole0           AS domainRole
  , x.Manufacturer0         AS manufacturer
  , x.Model0                AS model
  , x.NumberOfProcessors0   AS sockets -- optional
  , x.SystemType0           AS systemType -- optional
  , x.UserName0             AS userName
FROM dbo.v_GS_COMPUTER_SYSTEM AS x
ORDER BY x.ResourceID, x.GroupID
