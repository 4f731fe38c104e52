-- Grain: one row a device; this section decides which devices exist.
-- The marks (obsolete, decommissioned, client, unknown) are judged by the bridge, which counts every exclusion.
-- Rights: SELECT on dbo.v_R_System
SELECT
    x.ResourceID                 AS resourceId
  , x.Netbios_Name0              AS netbiosName
  , x.Name0                      AS name
  , x.Obsolete0                  AS obsolete
  , x.Decommissioned0            AS decommissioned
  , x.Client0                    AS client
  , x.Active0                    AS active
  , x.Unknown0                   AS unknownObject
  , x.SMS_Unique_Identifier0     AS clientId
  , x.Client_Version0            AS clientVersion
  , x.SMBIOS_GUID0               AS smbiosGuid
  , x.AADDeviceID                AS entraDeviceId -- optional
  , x.SID0                       AS adSid -- optional
  , x.Object_GUID0               AS adObjectGuid -- optional
  , x.Distinguished_Name0        AS distinguishedName -- optional
  , x.AD_Site_Name0              AS adSite -- optional
  , x.Full_Domain_Name0          AS dnsDomain -- optional
  , x.Resource_Domain_OR_Workgr0 AS domainOrWorkgroup
  , x.Operating_System_Name_and0 AS osNameAndVersion
  , x.Build01                    AS osBuild -- optional
  , x.BuildExt                   AS osBuildRevision -- optional
  , x.Is_Virtual_Machine0        AS virtualMachine -- optional
  , x.Virtual_Machine_Host_Name0 AS virtualHost -- optional
  , x.User_Domain0               AS lastUserDomain
  , x.User_Name0                 AS lastUserLogin
  , x.Last_Logon_Timestamp0      AS lastDirectoryLogon -- optional
  , x.Creation_Date0             AS created
FROM dbo.v_R_System AS x
WHERE x.ResourceType = 5
ORDER BY x.ResourceID
