import { z } from 'zod';
import { localDate } from './times.ts';

/** When it was bought and until when its maker answers for it. */
export const purchase = z.strictObject({
  /** LanSweeper: tblAssetCustom.PurchaseDate. */
  purchasedOn: localDate.nullable(),
  /** Latest end that is not before the purchase. LanSweeper: Warrantydate, tblWarrantyDetails.WarrantyEndDate. */
  warrantyUntil: localDate.nullable(),
  /** Kind of service of that period. LanSweeper: tblWarrantyDetails.ServiceType. */
  warrantyService: z.string().nullable(),
  /** LanSweeper: tblAssetCustom.OrderNumber. */
  orderNumber: z.string().nullable(),
  /** Label of the organisation. LanSweeper: tblAssetCustom.BarCode. */
  barcode: z.string().nullable(),
});
export type Purchase = z.infer<typeof purchase>;
