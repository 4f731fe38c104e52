-- Grain: at most one row a device; Lenovo writes the readable model into Version0.
-- Rights: SELECT on dbo.v_GS_COMPUTER_SYSTEM_PRODUCT
SELECT
    x.ResourceID           AS resourceId
  , x.Vendor0              AS vendor
  , x.Name0                AS name
  , x.Version0             AS version
  , x.SKUNumber0           AS sku -- optional
  , x.UUID0                AS uuid
  , x.IdentifyingNumber0   AS serial
FROM dbo.v_GS_COMPUTER_SYSTEM_PRODUCT AS x
ORDER BY x.ResourceID, x.GroupID
