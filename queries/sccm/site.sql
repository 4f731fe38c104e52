-- Grain: one row, the connected site. Read first; a primary site with a parent holds a part of the estate only.
-- Rights: SELECT on dbo.v_Identification, dbo.v_Site
SELECT
    i.ThisSiteCode      AS siteCode
  , i.ThisSiteName      AS siteName
  , i.SMSVersion        AS version
  , i.SMSBuildNumber    AS build
  , s.Type              AS siteType
  , s.ReportingSiteCode AS parentSiteCode
FROM dbo.v_Identification AS i
LEFT JOIN dbo.v_Site AS s ON s.SiteCode = i.ThisSiteCode
ORDER BY i.ThisSiteCode
