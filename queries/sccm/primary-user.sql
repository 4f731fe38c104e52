-- Grain: one row a device and user with an active affinity of type 1 (primary).
-- Rights: SELECT on dbo.v_UserMachineRelationship, dbo.v_UserMachineTypeRelation
SELECT
    r.MachineResourceID AS resourceId
  , r.UniqueUserName    AS uniqueName
  , r.CreationTime      AS created
FROM dbo.v_UserMachineRelationship AS r
JOIN dbo.v_UserMachineTypeRelation AS t ON t.RelationshipResourceID = r.RelationshipResourceID AND t.TypeID = 1
WHERE r.RelationActive = 1
ORDER BY r.MachineResourceID, r.UniqueUserName
