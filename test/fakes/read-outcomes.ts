import type { Bridge, Extraction, Outcome } from '../../shared/bridge.ts';
import { FindingCounts } from '../../shared/findings.ts';
import type { Notice } from '../../shared/text.ts';

/** All devices of an extraction, and what is to be known of it. */
export interface ReadExtraction {
  readonly outcomes: readonly Outcome[];
  readonly notices: readonly Notice[];
}

/** Reads every part of an extraction, one after the other. */
export function readOutcomes(bridge: Pick<Bridge, 'reader'>, extraction: Extraction): ReadExtraction {
  const counts = new FindingCounts();
  const read = bridge.reader(extraction.about);
  const outcomes = extraction.parts.flatMap((part) => [...read(part, counts)]);
  return { outcomes, notices: extraction.notices(counts.findings()) };
}
