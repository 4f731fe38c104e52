-- Grain: at most one row an ESXi host (the newest counts).
-- Rights: SELECT on dbo.tblVmwareInfo
SELECT
    x.AssetID         AS assetId
  , x.Version         AS version
  , x.BiosVersion     AS biosVersion
  , x.BiosDate        AS biosDate
  , x.numCpuCores     AS cores
  , x.numCpuPkgs      AS sockets
  , x.numCpuThreads   AS threads
FROM dbo.tblVmwareInfo AS x
ORDER BY x.AssetID, x.VmwareID DESC
