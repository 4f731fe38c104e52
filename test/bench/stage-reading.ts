import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { cellMaker } from '../../bridges/made-cells.ts';
import { sccmDefinition } from '../../bridges/sccm/index.ts';
import type { SccmRecord } from '../../bridges/sccm/record.ts';
import type { SccmSite } from '../../bridges/sccm/site.ts';
import type { Profile } from '../../output/profile/profile.ts';
import type { Explained } from '../../shared/asset.ts';
import { extractSql, readQueryFiles, type SqlExtraction } from '../../shared/extract/extract.ts';
import { Join } from '../../shared/extract/join.ts';
import { PeopleFilter } from '../../shared/people/filter.ts';
import { RunStore } from '../../shared/run/store.ts';
import { readRows } from '../../shared/sql/rows.ts';
import { SqlServerSource } from '../../shared/sql/server.ts';
import type { SqlServerSettings } from '../../shared/sql/settings.ts';
import type { RowSink } from '../../shared/sql/source.ts';
import { siteSecrets } from './bare-drain.ts';

const { sections, key, collect } = sccmDefinition;
const { signal } = new AbortController();
const rules = sccmDefinition.rules.parse({});

/** What the bridge reads, as its sections have it. */
export type Extracted = SqlExtraction<typeof sections>;

/** Streams queries as the bridge does, and keeps nothing. Gives the rows. */
export async function streamed(settings: SqlServerSettings, queries: readonly string[]): Promise<number> {
  const source = new SqlServerSource(settings, siteSecrets, '.');
  const waiting = [...queries];
  let rows = 0;
  const sink: RowSink = {
    columns: () => {},
    row: () => {
      rows += 1;
    },
    restart: () => {},
  };
  const lane = async () => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift())
      await source.read({ text, parameters: {}, origin: 'bench.sql' }, sink, signal);
  };
  await Promise.all([lane(), lane()]);
  await source.close();
  return rows;
}

/** Drains every section into spools, and counts the base section again. */
export async function spooled(settings: SqlServerSettings, folder: string): Promise<Extracted> {
  const source = new SqlServerSource(settings, siteSecrets, '.');
  const files = readQueryFiles('sccm', sections, null, (file) => file);
  const catalogue = await source.catalogue(signal);
  const surroundings = { catalogue, parameters: {}, collect, progress: () => {}, signal };
  const extracted = await extractSql({
    sections,
    files,
    key,
    people: new PeopleFilter('full', {}),
    unasked: [sccmDefinition.collections?.members ?? ''],
    source,
    folder,
    ...surroundings,
  });
  await source.close();
  return extracted;
}

/** Merges the spools into records. */
export const joined = ({ spools, base }: Extracted): Iterable<SccmRecord> =>
  new Join(sections, spools, base).records();

/** The site that normalizing needs to know, as an extraction learns it. */
export async function siteOf(settings: SqlServerSettings, query: string): Promise<SccmSite> {
  const source = new SqlServerSource(settings, siteSecrets, '.');
  const rows = await readRows({ text: query, parameters: {}, origin: 'site.sql' }, source, signal);
  await source.close();
  return sccmDefinition.describeSite(rows, rules).site;
}

/** The assets of the population. */
export function* normalized(records: Iterable<SccmRecord>, site: SccmSite): Generator<Explained> {
  for (const record of records)
    if (sccmDefinition.exclude(record, site, rules) === null)
      yield sccmDefinition.normalize(record, site, rules);
}

/** A store in a folder of its own, with these assets and their cells, duplicates settled. */
export async function stored(
  assets: Iterable<Explained>,
  profile: Profile,
  folder: string,
): Promise<RunStore> {
  const cellsOf = cellMaker(profile);
  const store = await RunStore.create(mkdtempSync(join(folder, 'store-')));
  for (const explained of assets) {
    store.addDevice({ kind: 'asset', rows: null, explained }, cellsOf);
    if (store.devices.isFull) await store.devices.closeBlock();
  }
  await store.devices.finish();
  store.settleDuplicates();
  return store;
}
