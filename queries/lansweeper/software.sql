-- Grain: one row a program and Windows computer; the names are in a dictionary. Order does not matter.
-- Rights: SELECT on dbo.tblSoftware, dbo.tblSoftwareUni
SELECT
    x.AssetID             AS assetId
  , u.softwareName        AS name
  , x.softwareVersion     AS version
  , u.SoftwarePublisher   AS publisher
  , x.Installdate         AS installed
FROM dbo.tblSoftware AS x
JOIN dbo.tblSoftwareUni AS u ON u.SoftID = x.softID
