import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleFolder, sccmDefinition } from '../../bridges/sccm/index.ts';
import type { Extraction, Outcome } from '../../shared/bridge.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { Secrets } from '../../shared/secret.ts';
import { defineSqlBridge } from '../../shared/sql/bridge.ts';

/** What a whole extraction of a changed sample gave. */
export interface Extracted {
  readonly extraction: Extraction;
  readonly outcomes: readonly Outcome[];
}

/** Extracts the sample after its database was changed by SQL, as if it were another site. */
export async function extractSite(change: string): Promise<Extracted> {
  const sample = await openSampleDatabase(sampleFolder);
  sample.database.exec(change);
  const bridge = defineSqlBridge({ ...sccmDefinition, openSample: async () => sample });
  const prepared = bridge.prepare({
    settings: null,
    rules: null,
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
