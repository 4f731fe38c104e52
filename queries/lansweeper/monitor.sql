-- Grain: one row a screen that the computer read over its cable; AssetID is the computer. The serial can be empty or shared by a model.
-- Rights: SELECT on dbo.tblMonitor
SELECT
    x.AssetID               AS assetId
  , x.MonitorManufacturer   AS manufacturer
  , x.MonitorModel          AS model
  , x.SerialNumber          AS serial
  , x.ManufacturedDate      AS manufactured
FROM dbo.tblMonitor AS x
ORDER BY x.AssetID, x.MonitorID
