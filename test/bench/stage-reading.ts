import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { cellMaker } from '../../bridges/parts/part.ts';
import { readParts } from '../../bridges/parts/read-parts.ts';
import { sccmDefinition } from '../../bridges/sccm/index.ts';
import type { SccmRecord } from '../../bridges/sccm/record.ts';
import type { Profile } from '../../output/profile/profile.ts';
import type { Explained } from '../../shared/asset.ts';
import type { Outcome } from '../../shared/bridge.ts';
import { extractSql, readQueryFiles, type SqlExtraction } from '../../shared/extract/extract.ts';
import { Join } from '../../shared/extract/join.ts';
import { partsOf } from '../../shared/extract/part.ts';
import { FindingCounts } from '../../shared/findings.ts';
import { PeopleFilter } from '../../shared/people/filter.ts';
import { rowsText } from '../../shared/read-device.ts';
import { type DeviceBlock, deviceBlocks } from '../../shared/run/device-block.ts';
import { RunStore } from '../../shared/run/store.ts';
import { type Row, readRows } from '../../shared/sql/rows.ts';
import { SqlServerSource } from '../../shared/sql/server.ts';
import type { SqlServerSettings } from '../../shared/sql/settings.ts';
import type { RowSink } from '../../shared/sql/source.ts';
import { wholePopulation } from '../fakes/plain-rules.ts';
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
  new Join(sections, spools, base, new FindingCounts()).records();

/** What the site says of itself, which normalizing needs to know. */
export async function siteOf(settings: SqlServerSettings, query: string): Promise<readonly Row[]> {
  const source = new SqlServerSource(settings, siteSecrets, '.');
  const rows = await readRows({ text: query, parameters: {}, origin: 'site.sql' }, source, signal);
  await source.close();
  return rows;
}

/** The assets of the population. */
export function* normalized(records: Iterable<SccmRecord>, siteRows: readonly Row[]): Generator<Normalized> {
  const { site } = sccmDefinition.describeSite(siteRows, rules);
  for (const record of records)
    if (sccmDefinition.exclude(record, site, rules) === null)
      yield { record, explained: sccmDefinition.normalize(record, site, rules) };
}

export interface Normalized {
  readonly record: SccmRecord;
  readonly explained: Explained;
}

/** Assets as a store takes them: checked, as documents, with the cells of their rows. */
export function blocksOf(assets: Iterable<Normalized>, profile: Profile): Iterable<DeviceBlock> {
  const outcomes = function* (): Generator<Outcome> {
    for (const { record, explained } of assets)
      yield { kind: 'asset', explained, rows: rowsText(record.sections) };
  };
  return deviceBlocks(outcomes(), new FindingCounts(), cellMaker(profile));
}

/** All of that by threads, as a run does it. */
export async function* readByThreads(
  { spools, base }: Extracted,
  siteRows: readonly Row[],
  profile: Profile,
): AsyncGenerator<DeviceBlock> {
  const extraction = { about: { spools, base, siteRows, rules }, parts: partsOf(base) };
  const request = { source: 'sccm', population: wholePopulation, profile, extraction, signal };
  for await (const { blocks } of readParts(request)) yield* blocks;
}

/** A store in a folder of its own, with these assets, duplicates settled. */
export async function stored(
  blocks: AsyncIterable<DeviceBlock> | Iterable<DeviceBlock>,
  folder: string,
): Promise<RunStore> {
  const store = await RunStore.create(mkdtempSync(join(folder, 'store-')));
  for await (const block of blocks) store.addBlock(block);
  store.settleDuplicates();
  return store;
}
