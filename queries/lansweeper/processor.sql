-- Grain: one row a socket; cores and threads are per socket.
-- Rights: SELECT on dbo.tblProcessor
SELECT
    x.AssetID                     AS assetId
  , x.DeviceID                    AS deviceId
  , x.Name                        AS name
  , x.Manufacturer                AS manufacturer
  , x.MaxClockSpeed               AS maxMhz
  , x.NumberOfCores               AS cores
  , x.NumberOfLogicalProcessors   AS threads
FROM dbo.tblProcessor AS x
ORDER BY x.AssetID, x.WIN32_PROCESSORid
