import type { Printing } from '../../../shared/asset/printing.ts';
import { positive } from '../../../shared/device/bytes.ts';
import { ascending, distinct, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

/** What only a printer has; null for what neither is one nor has supplies. */
export function normalizePrinting(sections: Sections, isPrinter: boolean): Printing | null {
  const { base, toners } = sections;
  if (!isPrinter && toners.length === 0) return null;
  const supplies = toners.flatMap((row) => {
    const name = row.name ?? row.color;
    return name === null ? [] : [{ name, percent: percentOf(row.remaining, row.maximum) }];
  });
  const ordered = sorted(
    supplies,
    ascending((supply) => supply.name),
    ascending((supply) => supply.percent),
  );
  return {
    pages: positive(base.printedPages),
    status: base.printerStatus,
    supplies: distinct(ordered, ({ name }) => name),
  };
}

/** Whole percent; printers write negative numbers for what they do not know. */
function percentOf(remaining: number | null, maximum: number | null): number | null {
  if (remaining === null || maximum === null || remaining < 0 || maximum <= 0) return null;
  return Math.min(100, Math.round((remaining / maximum) * 100));
}
