import { FindingCounts, type Findings } from '../findings.ts';
import type { Notice } from '../text.ts';
import type { Spools } from './join.ts';
import { RowShape } from './row-shape.ts';
import type { SectionSet } from './section.ts';
import { checkRowCount } from './spool.ts';
import { messages } from './spool-messages.ts';

/**
 * What to know of sections all of whose parts were joined. Throws `DataError` when a spool does not have as many rows as
 * were spooled.
 */
export function joinNotices<S extends SectionSet>(
  sections: S,
  spools: Spools<S>,
  findings: Findings,
): Notice[] {
  const { rows = {}, orphans = {}, surplus = {} } = findings;
  return Object.entries(sections).flatMap(([name, section]) => {
    const spool = spools[name] ?? null;
    if (spool === null) return [];
    const title = section.name;
    checkRowCount(spool, rows[title] ?? 0);
    const found = new RowShape(section, spool, new FindingCounts()).notices(findings);
    const [lost = 0, more = 0] = [orphans[title], surplus[title]];
    if (lost > 0) found.push({ code: 'rows-orphan', text: messages.rowsOrphan(title, lost) });
    if (more > 0) found.push({ code: 'rows-extra', text: messages.rowsExtra(title, more) });
    return found;
  });
}
