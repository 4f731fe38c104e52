-- Grain: one row an asset and kind of error; the free text of an error may hold names and paths and is not read.
-- Rights: SELECT on dbo.tblErrors, dbo.tsysasseterrortypes
SELECT
    x.AssetID            AS assetId
  , x.ErrorType          AS code
  , t.ErrorMsg           AS message
  , MAX(x.Lastchanged)   AS lastError
FROM dbo.tblErrors AS x
LEFT JOIN dbo.tsysasseterrortypes AS t ON t.Errortype = x.ErrorType
GROUP BY x.AssetID, x.ErrorType, t.ErrorMsg
ORDER BY x.AssetID, x.ErrorType
