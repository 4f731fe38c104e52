import { SourceError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/text.ts';
import { messages } from './messages.ts';
import type { FleetCounts } from './spool.ts';

/** So few devices may always differ: list, counter and report are not of the same minute. */
const fewestThatMatter = 10;

export interface Evidence extends FleetCounts {
  readonly pages: number;
  /** Rows of the report. */
  readonly reported: number;
  /** enrolledDeviceCount before and after the reading. */
  readonly counted: readonly number[];
  readonly tolerancePercent: number;
}

/**
 * Proves that the fleet was read to its end: the list against Intune's own counter, the report against the list. What
 * differs by little is a notice. Throws `SourceError` with both numbers beyond the tolerance.
 */
export function proveComplete(evidence: Evidence): Notice[] {
  const { listed, kept, unreported, unlisted, pages, reported, tolerancePercent } = evidence;
  const counted = nearest(evidence.counted, listed);
  const mayDiffer = (count: number) => Math.max(fewestThatMatter, (count * tolerancePercent) / 100);
  const hint = messages.incompleteHint(tolerancePercent);
  if (counted - listed > mayDiffer(counted))
    throw new SourceError(messages.listShort(listed, counted, pages), { hint });
  if (unreported > mayDiffer(kept))
    throw new SourceError(messages.reportShort(kept - unreported, kept, reported), { hint });
  if (unlisted > mayDiffer(listed))
    throw new SourceError(messages.reportLonger(unlisted, reported, listed), { hint });
  const notices: Notice[] = [];
  if (listed !== counted)
    notices.push({ code: 'counter-differs', text: messages.counterDiffers(listed, counted) });
  if (unreported > 0) notices.push({ code: 'not-in-report', text: messages.notInReport(unreported) });
  if (unlisted > 0) notices.push({ code: 'not-in-list', text: messages.notInList(unlisted) });
  return notices;
}

function nearest(counts: readonly number[], to: number): number {
  return counts.reduce(
    (best, count) => (Math.abs(count - to) < Math.abs(best - to) ? count : best),
    counts[0] ?? to,
  );
}
