-- Grain: one row an asset and account: how often it logged on in the history that the site keeps, and when last.
-- Rights: SELECT on dbo.tblCPlogoninfo
SELECT
    x.AssetID          AS assetId
  , x.Domain           AS domain
  , x.Username         AS login
  , COUNT(*)           AS logons
  , MAX(x.logontime)   AS lastLogon
FROM dbo.tblCPlogoninfo AS x
WHERE x.Username <> ''
GROUP BY x.AssetID, x.Domain, x.Username
ORDER BY x.AssetID, x.Domain, x.Username
