import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetTable } from '../output/profile/asset-table.ts';
import { loadProfile } from '../output/profile/profile.ts';
import type { Bridge } from '../shared/bridge.ts';
import { Judgement } from '../shared/judge/judgement.ts';
import type { Secrets } from '../shared/secret.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import type { LoadedConfig } from './config.ts';
import { rulesOf } from './config.ts';
import { gather } from './gather.ts';
import { judgedRows } from './judged-rows.ts';
import { chooseProfile } from './profile-choice.ts';
import { seriesOf } from './run.ts';

/** The file that the sample would be published to; only its extension counts. */
const path = 'sample.xlsx';

/** What reading a sample takes. */
export interface SampleReading {
  readonly bridge: Bridge;
  readonly loaded: LoadedConfig;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
}

/**
 * Reads the embedded sample up to its rows and keeps them in a store of their own, as a run does; `read` gets that store,
 * which is gone afterwards. Nothing is published.
 */
export async function readSampleStore<T>(
  { bridge, loaded, secrets, signal }: SampleReading,
  read: (store: SiteStore) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bridge-sample-'));
  try {
    const { config } = loaded;
    const rules = rulesOf(config, bridge);
    const prepared = bridge.prepare({ settings: null, rules, siteFolder: loaded.folder, secrets });
    const profile = loadProfile(chooseProfile(undefined, loaded).profile);
    const target = { path, dataImporterFolder: null, profile, bridgeName: bridge.name };
    const [source, stateFolder, runId] = [bridge.name, folder, randomUUID()];
    const now = () => new Date();
    const about = { source, sample: true, prepared, target, software: config.software, now };
    const gathered = await gather({ ...about, folder, stateFolder, runId, progress: () => {}, signal });
    try {
      const { store: run, facts } = gathered;
      const judgeRules = { guard: config.rules.guard, acceptDrop: true, keepRuns: 1 };
      const judgement = await Judgement.open(run.database, folder, seriesOf(source, target), judgeRules);
      judgement.compare(
        judgedRows(
          run,
          assetTable(profile, source, () => run.assets()),
          target,
        ),
      );
      const { startedAt, finishedAt } = facts();
      const manifest = JSON.stringify(facts());
      judgement.keep({ runId, source, startedAt, finishedAt, manifest }, JSON.stringify(profile));
    } finally {
      gathered.close();
    }
    const store = await SiteStore.open(folder);
    try {
      return await read(store);
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
