-- Grain: one row a site.
-- Rights: SELECT on dbo.v_RA_System_SMSAssignedSites
SELECT
    x.ResourceID            AS resourceId
  , x.SMS_Assigned_Sites0   AS siteCode
FROM dbo.v_RA_System_SMSAssignedSites AS x
ORDER BY x.ResourceID, x.SMS_Assigned_Sites0
