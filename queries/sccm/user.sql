-- Grain: one row a device and person tied to it: by affinity (unique name), or as last user (domain and login together).
-- Filled by Active Directory user discovery; a person who is not there stays known by login.
-- Rights: SELECT on dbo.v_UserMachineRelationship, dbo.v_R_User, dbo.v_R_System
SELECT
    r.MachineResourceID   AS resourceId
  , u.Unique_User_Name0   AS uniqueName
  , u.User_Name0          AS login
  , u.Windows_NT_Domain0  AS domain
  , u.Full_User_Name0     AS displayName
  , u.User_Principal_Name0 AS upn -- optional
  , u.Mail0               AS mail -- optional
FROM dbo.v_UserMachineRelationship AS r
JOIN dbo.v_R_User AS u ON u.Unique_User_Name0 = r.UniqueUserName
WHERE r.RelationActive = 1
UNION
SELECT
    s.ResourceID          AS resourceId
  , u.Unique_User_Name0   AS uniqueName
  , u.User_Name0          AS login
  , u.Windows_NT_Domain0  AS domain
  , u.Full_User_Name0     AS displayName
  , u.User_Principal_Name0 AS upn -- optional
  , u.Mail0               AS mail -- optional
FROM dbo.v_R_System AS s
JOIN dbo.v_R_User AS u ON u.Windows_NT_Domain0 = s.User_Domain0 AND u.User_Name0 = s.User_Name0
ORDER BY resourceId, uniqueName
