-- Grain: one row a screen, built-in ones included.
-- Rights: SELECT on dbo.tblMacDisplays
SELECT
    x.AssetID       AS assetId
  , x.Name          AS name
  , x.DisplayType   AS displayType
  , x.BuiltIn       AS builtIn
FROM dbo.tblMacDisplays AS x
ORDER BY x.AssetID, x.DisplayID
