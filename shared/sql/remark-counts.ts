import type { Explained } from '../asset.ts';
import type { FindingCounts, Findings } from '../findings.ts';
import type { Notice } from '../text.ts';
import type { Remarks } from './definition.ts';

/** What is remarked of assets is counted by this and its code. */
const prefix = 'remark ';

/** Counts what is remarked of an asset, by code and subject. */
export function countRemarks(
  remarks: Remarks | undefined,
  explained: Explained,
  counts: FindingCounts,
): void {
  for (const { code, subject } of remarks?.of(explained) ?? []) counts.count(prefix + code, subject);
}

/** One notice a code, in the order of the codes. */
export function remarkNotices(remarks: Remarks | undefined, findings: Findings): Notice[] {
  if (!remarks) return [];
  const counted = Object.entries(findings).filter(([kind]) => kind.startsWith(prefix));
  const byCode = counted.map(([kind, subjects]) => [kind.slice(prefix.length), subjects] as const);
  return byCode
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, subjects]) => {
      const most = Object.entries(subjects).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return { code, text: remarks.tell(code, most) };
    });
}
