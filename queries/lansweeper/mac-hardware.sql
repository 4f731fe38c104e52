-- Grain: at most one row an asset (the newest counts); memory and speed are texts such as `16 GB`, `2,6 GHz`.
-- Rights: SELECT on dbo.tblMacHwOverview
SELECT
    x.AssetID          AS assetId
  , x.MachineName      AS machineName
  , x.MachineModel     AS model
  , x.CPUType          AS processor
  , x.NrOfCPUs         AS cores
  , x.Packages         AS sockets
  , x.CPUSpeed         AS speed
  , x.Memory           AS memory
  , x.BootROMVersion   AS bootRom
  , x.SerialNumber     AS serial
  , x.PlatformUUID     AS uuid
FROM dbo.tblMacHwOverview AS x
ORDER BY x.AssetID, x.HwOverviewID DESC
