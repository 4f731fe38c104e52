import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImporterTarget } from '../output/importer/target.ts';
import { assetTable } from '../output/profile/asset-table.ts';
import { loadProfile } from '../output/profile/profile.ts';
import type { Bridge } from '../shared/bridge.ts';
import type { Secrets } from '../shared/secret.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import type { LoadedConfig } from './config.ts';
import { type Gathered, gather } from './gather.ts';
import { judgedColumns, rowKeeper } from './judged-rows.ts';
import { judgeRules, sourceRequest } from './preparation.ts';
import { chooseProfile } from './profile-choice.ts';

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
    const request = sourceRequest(bridge, { config: undefined, sample: true }, loaded, { secrets });
    const profile = loadProfile(chooseProfile(undefined, loaded).profile);
    const target = { path, dataImporterFolder: null, profile, bridgeName: bridge.name };
    const gathered = await gather({
      source: bridge.name,
      sample: true,
      population: config.rules,
      rules: judgeRules({ 'accept-drop': true }, loaded),
      prepared: bridge.prepare(request),
      target,
      software: config.software,
      folder,
      stateFolder: folder,
      runId: randomUUID(),
      now: () => new Date(),
      progress: () => {},
      signal,
    });
    try {
      keepSample(gathered, target, folder);
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

function keepSample(
  { store, spools, judgement, facts }: Gathered,
  target: ImporterTarget,
  folder: string,
): void {
  const { profile, bridgeName: source } = target;
  const content = assetTable(profile, source, store.assets(), target.overrides?.values, rowKeeper(store));
  judgement?.compare(judgedColumns(profile, content));
  store.spools.keep(spools);
  const { runId, startedAt, finishedAt } = facts();
  const about = { manifest: JSON.stringify(facts()), profile: JSON.stringify(profile) };
  judgement?.keep(folder, { runId, source, startedAt, finishedAt, ...about });
}
