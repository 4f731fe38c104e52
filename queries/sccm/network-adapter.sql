-- Grain: one row an adapter, virtual ones and miniports included; Index0 is the link to network-configuration.
-- Rights: SELECT on dbo.v_GS_NETWORK_ADAPTER
SELECT
    x.ResourceID     AS resourceId
  , x.Index0         AS adapterIndex -- optional
  , x.AdapterType0   AS adapterType
  , x.Name0          AS name
  , x.ProductName0   AS productName
  , x.MACAddress0    AS mac
FROM dbo.v_GS_NETWORK_ADAPTER AS x
ORDER BY x.ResourceID, x.GroupID
