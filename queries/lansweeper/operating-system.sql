-- Grain: at most one row an asset (the newest counts). Its SerialNumber is the Windows product id, never a hardware serial.
-- Rights: SELECT on dbo.tblOperatingsystem
SELECT
    x.AssetID                   AS assetId
  , x.Caption                   AS caption
  , x.Version                   AS version
  , x.ProductType               AS productType
  , x.ServicePackMajorVersion   AS servicePack
  , x.InstallDate               AS installed
  , x.TotalVisibleMemorySize    AS usableKb
FROM dbo.tblOperatingsystem AS x
ORDER BY x.AssetID, x.OSID DESC
