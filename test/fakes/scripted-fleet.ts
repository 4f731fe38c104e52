import { extractSql } from '../../shared/extract/extract.ts';
import { Join } from '../../shared/extract/join.ts';
import { integer, text } from '../../shared/extract/readers.ts';
import { many, one, type SectionSet } from '../../shared/extract/section.ts';
import { PeopleFilter } from '../../shared/people/filter.ts';
import type { QueryFile } from '../../shared/sql/query-file.ts';
import { readQuery } from '../../shared/sql/read-only.ts';
import { RetryingSource } from '../../shared/sql/retrying-source.ts';
import type { Cell } from '../../shared/sql/source.ts';
import { ScriptedSource } from './scripted-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What each query returns besides its key. */
export const sections = {
  base: { name: 'devices', grain: 'one', required: true, columns: { name: text } },
  bios: one('bios', { serial: text }),
  disks: many('disks', { size: integer }),
} as const satisfies SectionSet;

/** The views that there are. */
export const catalogue = {
  'dbo.v_devices': ['resourceid', 'name'],
  'dbo.v_bios': ['resourceid', 'serial'],
  'dbo.v_disks': ['resourceid', 'size'],
};

function queryFile(section: string, columns: string): QueryFile {
  const sql = `SELECT x.ResourceID AS resourceId${columns} FROM dbo.v_${section} AS x ORDER BY x.ResourceID`;
  const read = readQuery(sql);
  if ('refusal' in read) throw new Error(read.refusal.detail);
  return { section, path: `queries/test/${section}.sql`, origin: 'shipped', text: sql, tokens: read.tokens };
}

const files = {
  base: queryFile('devices', '\n, x.Name AS name'),
  bios: queryFile('bios', '\n, x.Serial AS serial'),
  disks: queryFile('disks', '\n, x.Size AS size -- optional\n'),
};

type Rows = readonly (readonly Cell[])[];
interface Fleet {
  readonly devices: Rows;
  readonly bios?: Rows;
  readonly disks?: Rows;
}

/** The columns that each query returns, by section. */
export const columnsOf: Record<string, readonly string[]> = {
  devices: ['resourceId', 'name'],
  bios: ['resourceId', 'serial'],
  disks: ['resourceId', 'size'],
};

/** A source with these rows. */
export function sourceOf(fleet: Fleet, views: Record<string, readonly string[]> = catalogue): ScriptedSource {
  const rows: Record<string, Rows> = { bios: [], disks: [], ...fleet };
  return new ScriptedSource(views, ({ origin }) => {
    const section = origin.replace(/.*\/(.*)\.sql/, '$1');
    return { columns: columnsOf[section] ?? [], rows: () => rows[section] ?? [] };
  });
}

/** Extracts and joins everything that a source has. */
export async function run(scripted: ScriptedSource, signal = new AbortController().signal) {
  const folder = temporaryFolder();
  const source = new RetryingSource(scripted, [0, 0]);
  const options = {
    sections,
    files,
    key: 'resourceId',
    people: new PeopleFilter('full', {}),
    source,
    parameters: {},
    collect: { fr: 'Activez', en: 'Enable' },
    folder,
    signal,
    progress: () => {},
  };
  const extracted = await extractSql({ ...options, catalogue: await source.catalogue(signal) });
  const join = new Join(sections, extracted.spools, extracted.base);
  const records = [...join.records()];
  return {
    extracted,
    records,
    spools: join.spools(),
    notices: [...source.notices, ...extracted.notices, ...join.notices()],
    folder,
  };
}
