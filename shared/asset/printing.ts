import { z } from 'zod';

/** One supply of a printer. */
export const supply = z.strictObject({
  /** LanSweeper: tblCustDevPrinter.Tonername. */
  name: z.string(),
  /** What is left, 0 to 100. */
  percent: z.number().nullable(),
});

/** What only a printer has. */
export const printing = z.strictObject({
  /** Pages over its whole life. LanSweeper: tblAssetCustom.Printedpages. */
  pages: z.number().nullable(),
  /** LanSweeper: tblAssetCustom.Printerstatus. */
  status: z.string().nullable(),
  /** Supplies in percent, for example `Toner noir 40 %`, sorted. */
  supplies: z.array(supply),
});
export type Printing = z.infer<typeof printing>;
