-- Grain: one row a graphics adapter, mirror drivers included.
-- Rights: SELECT on dbo.v_GS_VIDEO_CONTROLLER
SELECT
    x.ResourceID   AS resourceId
  , x.Name0        AS name
FROM dbo.v_GS_VIDEO_CONTROLLER AS x
ORDER BY x.ResourceID, x.GroupID
