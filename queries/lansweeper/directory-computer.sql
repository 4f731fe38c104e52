-- Grain: at most one row an asset (the newest counts); ManagerADObjectId is objectId of section user.
-- Rights: SELECT on dbo.tblADComputers
SELECT
    x.AssetID             AS assetId
  , x.OU                  AS ou
  , x.Description         AS description
  , x.Location            AS location
  , x.Company             AS company
  , x.ManagerADObjectId   AS managerObjectId
FROM dbo.tblADComputers AS x
ORDER BY x.AssetID, x.AdcomputerID DESC
