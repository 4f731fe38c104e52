-- Grain: at most one row an asset (the newest counts); Lenovo writes the readable model into Version.
-- Rights: SELECT on dbo.tblComputerSystemProduct
SELECT
    x.AssetID   AS assetId
  , x.UUID      AS uuid
  , x.Version   AS version
FROM dbo.tblComputerSystemProduct AS x
ORDER BY x.AssetID, x.Win32_ComputerSystemProductid DESC
