-- Grain: at most one row an asset (the newest counts).
-- Rights: SELECT on dbo.tblLinuxSystem
SELECT
    x.AssetID               AS assetId
  , x.Manufacturer          AS manufacturer
  , x.ProductName           AS productName
  , x.Version               AS version
  , x.Serial                AS serial
  , x.UUID                  AS uuid
  , x.SystemSku             AS sku
  , x.NetworkNodeHostname   AS hostName
  , x.OSRelease             AS osRelease
  , x.KernelRelease         AS kernelRelease
  , x.MachineHardwareName   AS architecture
FROM dbo.tblLinuxSystem AS x
ORDER BY x.AssetID, x.SystemID DESC
