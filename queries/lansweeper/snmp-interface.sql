-- Grain: one row an interface that has an address of either kind.
-- Rights: SELECT on dbo.tblSNMPInfo
SELECT
    x.AssetID          AS assetId
  , x.IfIndex          AS interfaceIndex
  , x.ifName           AS name
  , x.IfDescription    AS description
  , x.IfMacaddress     AS mac
  , x.IfIPAddress      AS address
  , x.IfMask           AS mask
  , x.DefaultGateway   AS gateway
FROM dbo.tblSNMPInfo AS x
WHERE x.IfMacaddress <> '' OR x.IfIPAddress <> ''
ORDER BY x.AssetID, x.IfIndex, x.SnmpInfoID
