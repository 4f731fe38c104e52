-- Grain: one row a board.
-- Rights: SELECT on dbo.tblBaseBoard
SELECT
    x.AssetID        AS assetId
  , x.SerialNumber   AS serial
  , x.Manufacturer   AS manufacturer
  , x.Product        AS product
FROM dbo.tblBaseBoard AS x
ORDER BY x.AssetID, x.Win32_BaseBoardid
