import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQueryFile } from '../../shared/sql/query-file.ts';
import { sectionsOf } from './encoded-fleet.ts';
import { type FleetSite, login } from './fleet-site.ts';

/** The Python of the system, for which Debian packages the rivals. */
export const python = '/usr/bin/python3';
const script = join('test', 'bench', 'rivals', 'fleet.py');

/** A program that reads the same queries from the same server. */
export interface Rival {
  readonly name: string;
  /** Debian packages that it needs. */
  readonly packages: readonly string[];
  readonly present: boolean;
  command(site: FleetSite, file: string): readonly [program: string, ...args: string[]];
}

const hasModules = (...modules: string[]): boolean =>
  spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0;

function scriptWith(writer: string, name: string, module: string | null): Rival {
  const modules = ['pymssql', ...(module === null ? [] : [module])];
  return {
    name,
    packages: modules.map((each) => `python3-${each}`),
    present: hasModules(...modules),
    command: ({ port }, file) => [
      python,
      script,
      writer,
      'bench',
      String(port),
      join('queries', 'sccm'),
      file,
    ],
  };
}

/** Reads and forgets. */
export const pymssqlDrain = scriptWith('drain', 'pymssql, rows only', null);
export const pythonCsv = scriptWith('csv', 'Python: pymssql + csv', null);
export const pythonXlsx: readonly Rival[] = [
  scriptWith('xlsxwriter', 'Python: pymssql + xlsxwriter', 'xlsxwriter'),
  scriptWith('openpyxl', 'Python: pymssql + openpyxl', 'openpyxl'),
];

/**
 * FreeTDS in C, its rows as text into a file. `freebcp` asks for a description of the result first, which only a real
 * server can give, and `bsqldb` does not know uniqueidentifier.
 */
export const tsql: Rival = {
  name: 'FreeTDS tsql, rows as text',
  packages: ['freetds-bin'],
  present: spawnSync('tsql', ['-C']).status === 0,
  command: ({ folder }, file) => {
    const batch = join(folder, 'queries.sql');
    writeFileSync(batch, `${sectionsOf('sccm').map(plainBatch).join('')}exit\n`);
    const { user, password, database } = login;
    const names = `-S bench -U ${user} -P ${password} -D ${database}`;
    return ['sh', '-c', `exec tsql ${names} -o fhq -t '|' < ${batch} > ${file}`];
  },
};

/** A query without its comments, of which tsql would read the apostrophes. */
const plainBatch = (section: string): string =>
  `${readQueryFile('sccm', section, null).text.replaceAll(/--.*/g, '').trim()}\ngo\n`;

/** What to install to see the rivals that are missing. */
export const missingRivals = (rivals: readonly Rival[]): string[] =>
  rivals.flatMap(({ name, packages, present }) => (present ? [] : [`${name} (${packages.join(', ')})`]));
