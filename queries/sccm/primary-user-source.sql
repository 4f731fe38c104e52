-- Grain: one row a device, user and origin of the affinity (1 self-service, 2 administrator, 4 usage agent, 6 deployment ...).
-- Rights: SELECT on dbo.v_UserMachineRelationship, dbo.v_UserMachineSourceRelation
SELECT
    r.MachineResourceID AS resourceId
  , r.UniqueUserName    AS uniqueName
  , s.SourceID          AS sourceId
FROM dbo.v_UserMachineRelationship AS r
JOIN dbo.v_UserMachineSourceRelation AS s ON s.RelationshipResourceID = r.RelationshipResourceID
WHERE r.RelationActive = 1
ORDER BY r.MachineResourceID, r.UniqueUserName, s.SourceID
