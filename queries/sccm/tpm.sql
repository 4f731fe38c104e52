-- Grain: at most one row a device; SpecVersion0 is a list whose first element is the version.
-- Rights: SELECT on dbo.v_GS_TPM
SELECT
    x.ResourceID                  AS resourceId
  , x.SpecVersion0                AS specVersion
  , x.IsEnabled_InitialValue0     AS enabled -- optional
  , x.IsActivated_InitialValue0   AS activated -- optional
  , x.IsOwned_InitialValue0       AS owned -- optional
FROM dbo.v_GS_TPM AS x
ORDER BY x.ResourceID, x.GroupID
