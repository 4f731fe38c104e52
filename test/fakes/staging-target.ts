import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultConnectionStrings } from '../../output/importer/connection-string.ts';
import { writeImporterFiles } from '../../output/importer/files.ts';
import type { ImporterTarget } from '../../output/importer/target.ts';
import type { MssqlDatabase } from '../../output/mssql/database.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import type { Asset } from '../../shared/asset.ts';
import { outputAsset } from './output-asset.ts';
import { outputFacts } from './output-facts.ts';
import { openStaging, type Staging } from './staging.ts';

/** A staging server that is gone when the test ends. */
export async function staging(...args: Parameters<typeof openStaging>): Promise<Staging> {
  const site = await openStaging(...args);
  onTestFinished(() => site.close());
  return site;
}

export const shipped = loadProfile('octopus-fr');
/** Two invented machines, the second one without a model. */
export const fleet = [outputAsset('PC-1'), outputAsset('PC-2', { nature: { model: null } })];

/** What an extraction makes of `--out mssql`. */
export function targetOf(
  site: Staging,
  profile = shipped,
): ImporterTarget & { readonly database: MssqlDatabase } {
  const database = site.open();
  const connectionStrings = { ...defaultConnectionStrings, mssql: database.location };
  const path = join(site.folder, 'OctopusCI.mssql');
  return { path, dataImporterFolder: null, profile, bridgeName: 'sccm', connectionStrings, database };
}

/** Publishes some assets as an extraction does. */
export async function publishTo(site: Staging, assets: readonly Asset[] = fleet, profile = shipped) {
  const target = targetOf(site, profile);
  const signal = new AbortController().signal;
  await target.database.check(signal);
  return writeImporterFiles(target, { assets: () => assets, facts: outputFacts }, signal);
}
