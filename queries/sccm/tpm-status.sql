-- Grain: at most one row a device; newer sites.
-- Rights: SELECT on dbo.v_GS_TPM_STATUS
SELECT
    x.ResourceID   AS resourceId
  , x.IsReady0     AS ready
FROM dbo.v_GS_TPM_STATUS AS x
ORDER BY x.ResourceID, x.GroupID
