-- Grain: one row a warranty period.
-- Rights: SELECT on dbo.tblWarranty, dbo.tblWarrantyDetails
SELECT
    w.AssetId             AS assetId
  , d.WarrantyStartDate   AS started
  , d.WarrantyEndDate     AS ended
  , d.ServiceType         AS service
FROM dbo.tblWarranty AS w
JOIN dbo.tblWarrantyDetails AS d ON d.WarrantyId = w.WarrantyId
ORDER BY w.AssetId, d.WarrantyEndDate, d.WarrantyDetailsId
