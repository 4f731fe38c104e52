import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extraction, Outcome } from '../../shared/bridge.ts';
import type { PeopleMode } from '../../shared/people/mode.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { Secrets } from '../../shared/secret.ts';
import { sccm, type TestedBridge } from './sql-bridge.ts';

/** What a whole extraction of a changed sample gave. */
export interface Extracted {
  readonly extraction: Extraction;
  readonly outcomes: readonly Outcome[];
}

/** Extracts the sample after its database was changed by SQL, as if it were another site with its own rules. */
export async function extractSite(
  change: string,
  bridge: TestedBridge = sccm,
  rules: object | null = null,
  people: PeopleMode = 'full',
): Promise<Extracted> {
  const sample = await openSampleDatabase(bridge.sampleFolder);
  sample.database.exec(change);
  const prepared = bridge.over(sample).prepare({
    settings: null,
    rules,
    people,
    siteFolder: null,
    secrets: new Secrets({}),
  });
  const signal = new AbortController().signal;
  const folder = mkdtempSync(join(tmpdir(), 'bridge-site-'));
  try {
    const extraction = await prepared.extract({ folder, stateFolder: folder, progress: () => {}, signal });
    return { extraction, outcomes: [...extraction.outcomes()] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
