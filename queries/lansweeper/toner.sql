-- Grain: one row a supply; its level is TonerRemaining of TonerMaximum, below zero where the printer does not know.
-- Rights: SELECT on dbo.tblCustDevPrinter
SELECT
    x.AssetID          AS assetId
  , x.Tonernr          AS number
  , x.Tonername        AS name
  , x.TonerColorName   AS color
  , x.TonerMaximum     AS maximum
  , x.TonerRemaining   AS remaining
FROM dbo.tblCustDevPrinter AS x
ORDER BY x.AssetID, x.Tonernr, x.DevprintID
