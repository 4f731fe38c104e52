-- Grain: at most one row an asset (the newest counts); SystemVersion holds name, version and build.
-- Rights: SELECT on dbo.tblMacOSInfo
SELECT
    x.AssetID         AS assetId
  , x.SystemVersion   AS systemVersion
  , x.ComputerName    AS computerName
  , x.UserName        AS userName
FROM dbo.tblMacOSInfo AS x
ORDER BY x.AssetID, x.MacOSInfoId DESC
