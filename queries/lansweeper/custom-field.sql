-- Grain: one row an asset; always texts, also for dates and numbers. What each field means is in section site.
-- Rights: SELECT on dbo.tblAssetCustom
SELECT
    x.AssetID    AS assetId
  , x.Custom1    AS custom1
  , x.Custom2    AS custom2
  , x.Custom3    AS custom3
  , x.Custom4    AS custom4
  , x.Custom5    AS custom5
  , x.Custom6    AS custom6
  , x.Custom7    AS custom7
  , x.Custom8    AS custom8
  , x.Custom9    AS custom9
  , x.Custom10   AS custom10
  , x.Custom11   AS custom11
  , x.Custom12   AS custom12
  , x.Custom13   AS custom13
  , x.Custom14   AS custom14
  , x.Custom15   AS custom15
  , x.Custom16   AS custom16
  , x.Custom17   AS custom17
  , x.Custom18   AS custom18
  , x.Custom19   AS custom19
  , x.Custom20   AS custom20
FROM dbo.tblAssetCustom AS x
ORDER BY x.AssetID, x.CustID
