import type { Choice } from '../../../shared/asset.ts';
import { ascending, descending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

/** A warranty with the kind of service that its maker calls it. */
export interface Warranty {
  readonly until: string;
  readonly service: string | null;
}

/** Nothing that is still in use was covered before, and nobody sells a longer one. */
const earliest = '1995-01-01';
const latest = '2070-01-01';

/**
 * The latest end that can be true: of the site's own field, the asset, or one of its periods. An end before the
 * purchase is none, and neither is a day that no warranty has.
 */
export function pickWarranty(
  sections: Sections,
  purchased: string | null,
  custom: string | null,
): Choice<Warranty | null> {
  const ends = [
    { rule: 'customField', until: custom, service: null },
    ...sections.warranties.map((row) => ({ rule: 'period', until: row.ended, service: row.service })),
    { rule: 'asset', until: sections.base.warrantyUntil, service: null },
  ];
  const plausible = ends.flatMap(({ rule, until, service }) =>
    until !== null && until >= earliest && until < latest && until >= (purchased ?? '')
      ? [{ rule, until, service }]
      : [],
  );
  const [best] = sorted(
    plausible,
    descending((end) => end.until),
    descending((end) => end.service !== null),
    ascending((end) => end.service),
  );
  if (best) return { value: { until: best.until, service: best.service }, rule: best.rule };
  return { value: null, rule: ends.some(({ until }) => until !== null) ? 'implausible' : 'none' };
}
