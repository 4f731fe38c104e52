import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../bridges/lansweeper/record.ts';
import { day, flag, integer, moment, number, text } from '../shared/extract/readers.ts';
import type { Section } from '../shared/extract/section.ts';
import { packageRoot } from '../shared/package-root.ts';
import { readSampleCatalogue } from '../shared/sample/catalogue.ts';
import { openSampleDatabase, type SampleDatabase } from '../shared/sample/database.ts';
import { readQueryFile } from '../shared/sql/query-file.ts';
import { planQuery } from '../shared/sql/query-plan.ts';
import { readRows } from '../shared/sql/rows.ts';
import { reservedWords } from './fakes/reserved-words.ts';

const sampleFolder = join(packageRoot, 'bridges/lansweeper/sample');
const catalogue = readSampleCatalogue(sampleFolder);
const names = readdirSync(join(packageRoot, 'queries/lansweeper')).map((file) => file.replace('.sql', ''));
const queries = new Map(names.map((name) => [name, readQueryFile('lansweeper', name, null)]));
const textOf = (name: string) => queries.get(name)?.text ?? '';
const all: readonly Section[] = Object.values(sections);
const quiet = new AbortController().signal;

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase(sampleFolder);
});

const rowsOf = (name: string) =>
  readRows({ text: textOf(name), parameters: {}, origin: `queries/lansweeper/${name}.sql` }, sample, quiet);

/** A query without its comments. */
const bodyOf = (sql: string) => sql.replace(/--.*$/gm, '');

/** The tables of a query by the alias that stands for them. */
function tablesOf(sql: string): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const [, table = '', alias = ''] of sql.matchAll(/\b(?:FROM|JOIN) dbo\.(\w+) AS (\w+)/g))
    tables.set(alias, [...(tables.get(alias) ?? []), table]);
  return tables;
}

/** Each `alias.column` of a query with the types of the catalogue that it may have. */
function columnsOf(sql: string) {
  const tables = tablesOf(sql);
  return [...bodyOf(sql).matchAll(/\b(\w)\.(\w+)(?:.* AS (\w+) *$)?/gm)].map(
    ([, alias = '', column = '', as]) => {
      const types = (tables.get(alias) ?? []).flatMap((table) => catalogue.get(table)?.get(column) ?? []);
      return { name: `${tables.get(alias)?.[0]}.${column}`, types, as };
    },
  );
}

/** How many rows each query delivers on the sample. */
const expectedRows: Readonly<Record<string, number>> = {
  asset: 68,
  'base-board': 32,
  battery: 14,
  bios: 32,
  'computer-system': 32,
  'custom-field': 67,
  'directory-computer': 32,
  enclosure: 33,
  'encryptable-volume': 27,
  group: 5,
  'hyper-v-guest': 2,
  'ip-location': 68,
  'last-scan': 32,
  'linux-bios': 3,
  'linux-enclosure': 3,
  'linux-file-system': 4,
  'linux-memory': 6,
  'linux-network': 6,
  'linux-processor': 4,
  'linux-system': 3,
  'linux-volume': 2,
  logon: 22,
  'mac-address': 77,
  'mac-display': 2,
  'mac-hardware': 2,
  'mac-memory': 3,
  'mac-network': 3,
  'mac-os': 2,
  'memory-module': 61,
  'merged-asset': 2,
  monitor: 3,
  'network-adapter': 46,
  'network-configuration': 32,
  'operating-system': 32,
  'os-name': 32,
  'physical-disk': 32,
  'portable-battery': 14,
  processor: 34,
  product: 32,
  relation: 5,
  'scan-error': 3,
  site: 53,
  'snmp-interface': 10,
  software: 70,
  'switch-port': 7,
  toner: 6,
  tpm: 27,
  twin: 1,
  'user-relation': 2,
  user: 21,
  'video-controller': 32,
  'virtual-host': 5,
  'vmware-guest': 3,
  'vmware-host': 1,
  volume: 34,
  warranty: 2,
};

/** SQL Server types that each reader understands. */
const understood = new Map<unknown, RegExp>([
  [text, /char|text/],
  [number, /^(int|bigint|numeric\(18\))$/],
  [integer, /^(tinyint|int|bigint|numeric\(18\))$/],
  [flag, /^(bit|int)$/],
  [moment, /^datetime$/],
  [day, /^datetime$/],
]);

describe('the queries of LanSweeper', () => {
  it('are one for each section, one for the site and one for the software', () => {
    expect([...all.map(({ name }) => name), 'site', 'software'].sort()).toEqual([...names].sort());
    expect(Object.keys(expectedRows).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s delivers its rows', async (name) => {
    expect((await rowsOf(name)).length).toBe(expectedRows[name]);
  });

  it.each(all)('the rows of $name parse, in the order of their key', async ({ name, grain, columns }) => {
    const rows = await rowsOf(name);
    const keys = rows.map((row) => Number(row.assetId));
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(keys.filter((key) => !(Number.isSafeInteger(key) && key > 100))).toEqual([]);
    if (grain === 'one') expect(new Set(keys).size).toBe(keys.length);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['assetId', ...Object.keys(columns)].sort());
      for (const [column, read] of Object.entries(columns))
        expect(() => read(row[column] ?? null)).not.toThrow();
    }
  });

  it.each(all)('the readers of $name understand the types of the catalogue', ({ name, columns }) => {
    const read = columnsOf(textOf(name)).filter(({ as }) => as !== undefined && as !== 'assetId');
    expect(read.length).toBeGreaterThan(0);
    for (const { name: column, types, as = '' } of read)
      for (const type of types) expect(type, column).toMatch(understood.get(columns[as]) ?? /no reader/);
  });

  it.each(names)('%s spells tables and columns as the catalogue does', (name) => {
    for (const [, tables] of tablesOf(textOf(name)))
      for (const table of tables) expect([...catalogue.keys()]).toContain(table);
    const used = columnsOf(textOf(name));
    expect(used.length).toBeGreaterThan(1);
    for (const { name: column, types } of used) expect(types, column).not.toEqual([]);
  });

  it.each(names)('%s reads no secret, no free text of an error, and only what it names', (name) => {
    const body = bodyOf(textOf(name));
    expect(body).not.toMatch(/password|productkey|credential|keyhash|errortext|picture|\.\*|SELECT \*/i);
    expect(body).not.toMatch(/(?<!CAST\()c\.Comments/);
  });

  it('count the logons on the server', async () => {
    const rows = (await rowsOf('logon')).filter(({ assetId }) => assetId === 108);
    expect(rows.map(({ login, domain, logons }) => [login, domain, logons])).toEqual([
      ['comptoir', 'BIBLIO', 340],
      ['ptremblay', 'BIBLIO', 120],
      ['nboutin', 'VALCHENES', 40],
    ]);
  });

  it('multiply no row by ranges that overlap, and leave out ports and ties that do not count', async () => {
    const places = await rowsOf('ip-location');
    expect(new Set(places.map(({ assetId }) => assetId)).size).toBe(places.length);
    const greffe = places.filter(({ name }) => name === 'Hôtel de ville - greffe');
    expect(greffe.map(({ assetId }) => assetId)).toContain(104);
    expect(
      (await rowsOf('switch-port')).filter(({ interfaceName }) => /\/(24|48)$/.test(`${interfaceName}`)),
    ).toEqual([]);
    expect((await rowsOf('user-relation')).filter(({ login }) => login === 'gpoirier')).toEqual([]);
    expect((await rowsOf('relation')).filter(({ assetId }) => assetId === 192)).toEqual([]);
  });

  it('name people by login and domain together', async () => {
    const people = (await rowsOf('user')).filter(({ login }) => login === 'ptremblay');
    expect(people.map(({ assetId, domain, displayName }) => [assetId, domain, displayName])).toEqual([
      [105, 'BIBLIO', 'Philippe Tremblay'],
      [105, 'VALCHENES', 'Pascale Tremblay'],
      [108, 'BIBLIO', 'Philippe Tremblay'],
    ]);
  });

  it.each(names)('%s has no alias that SQL Server reserves', (name) => {
    const aliases = [...textOf(name).matchAll(/\bAS (\w+)(?: -- optional)?$/gm)].map(([, alias = '']) =>
      alias.toLowerCase(),
    );
    expect(aliases.filter((alias) => reservedWords.has(alias))).toEqual([]);
  });
});

describe('an installation of 2017', () => {
  const optional = names.flatMap((name) =>
    textOf(name)
      .split('\n')
      .filter((line) => line.endsWith('-- optional'))
      .flatMap((line) => columnsOf(`${textOf(name)}\n${line}`).slice(-1))
      .map((column) => column.name),
  );

  it('lacks these columns only', () => {
    expect([...new Set(optional)].sort()).toEqual([
      'tblAssetRelations.EndDate',
      'tblAssetUserRelations.EndDate',
      'tblAssets.BuildNumber',
      'tblAssets.LsAgentVersion',
      'tblAssets.Version',
      'tblVmwareGuest.GuestFullName',
    ]);
  });

  it('is read as far as it goes, without a table of all MACs either', async () => {
    const old = await openSampleDatabase(sampleFolder);
    for (const column of new Set(optional))
      old.database.exec(`ALTER TABLE dbo.${column.replace('.', ' DROP COLUMN ')}`);
    old.database.exec('DROP TABLE dbo.tblAssetMacAddress');
    const surroundings = {
      catalogue: await old.catalogue(quiet),
      parameters: {},
      collect: { fr: '', en: '' },
    };
    for (const [name, file] of queries) {
      const { query, notices } = planQuery(file, name === 'asset', surroundings);
      if (/tblAssetMacAddress/.test(file.text)) expect([name, query]).toEqual([name, null]);
      else expect((await readRows(query ?? expect.fail(name), old, quiet)).length).toBeGreaterThan(0);
      expect([name, notices.length > 0]).toEqual([name, /tblAssetMacAddress|-- optional/.test(file.text)]);
    }
    await old.close();
  });
});
