-- Grain: one row a board; the class is usually off.
-- Rights: SELECT on dbo.v_GS_BASEBOARD
SELECT
    x.ResourceID      AS resourceId
  , x.Tag0            AS tag
  , x.SerialNumber0   AS serial
  , x.Manufacturer0   AS manufacturer
  , x.Product0        AS product
FROM dbo.v_GS_BASEBOARD AS x
ORDER BY x.ResourceID, x.GroupID
