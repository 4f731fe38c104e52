-- Grain: one row a socket, empty ones included; speeds are texts such as `3600 MHz`.
-- Rights: SELECT on dbo.tblLinuxProcessors
SELECT
    x.AssetID        AS assetId
  , x.Socket         AS socket
  , x.Version        AS name
  , x.Manufacturer   AS manufacturer
  , x.MaxSpeed       AS maxSpeed
  , x.Status         AS status
FROM dbo.tblLinuxProcessors AS x
ORDER BY x.AssetID, x.ProcessorID
