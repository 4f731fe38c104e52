import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Behaviour, goodLog } from './fakes/data-importer.ts';
import {
  type ImportSite,
  type ImportSiteOptions,
  importSite,
  removeImportSites,
} from './fakes/import-site.ts';

vi.setConfig({ maxConcurrency: 4 });
afterAll(removeImportSites);

const failing = 'Ligne 2 : Erreur : le type « Tablette » n’existe pas (svc_octopus)';
const partial = [...goodLog.slice(0, 3), failing, 'Éléments ajoutés : 2', 'Éléments en erreur : 1'];
const uncounted = ['Démarrage {start}', 'Importation terminée'];

/** Runs an import and checks what every import must keep to, however it ends. */
async function imported(options: ImportSiteOptions) {
  const site = await importSite(options);
  const before = site.published();
  const { code, stderr, result } = await site.json();
  const spoils = options.behaviour?.spoils === true;
  if (!spoils) expect(site.published()).toEqual(before);
  expect(site.leaks({ stdout: JSON.stringify(result), stderr })).toEqual([]);
  expect(site.journal()).toEqual([
    expect.objectContaining({ command: 'import', exitCode: code, source: 'sccm' }),
  ]);
  const state = readdirSync(site.state).filter((name) => name !== 'imports');
  expect(state).toEqual(['journal.ndjson']);
  return { site, code, stderr, result, copy: copyOf(site) };
}

/** The redacted log that was kept; null when there is none. */
function copyOf({ state }: ImportSite): string | null {
  const folder = join(state, 'imports');
  const [name, ...others] = existsSync(folder) ? readdirSync(folder) : [];
  expect(others).toEqual([]);
  return name ? readFileSync(join(folder, name), 'utf8') : null;
}

const codesOf = (notices: readonly { readonly code: string }[]) => notices.map(({ code }) => code);

describe('an import that went well', () => {
  it.concurrent('is told with its numbers, and its log is kept without login and password', async () => {
    const { code, result, stderr, copy, site } = await imported({});
    expect({ code, outcome: result.outcome, notices: result.notices }).toEqual({
      code: 0,
      outcome: 'confirmed',
      notices: [],
    });
    expect(result.sources).toEqual([
      { source: 'Bridge SCCM', sent: 3, processed: 3, added: 1, modified: 2, ignored: 0, inError: 0 },
    ]);
    expect(stderr).toBe('DataImporter starts on assets.csv (limit: 120 min).\n');
    expect(copy).toMatch(/^\ufeffDémarrage \/Login:\*\*\* \/Password:\*\*\* \/ConfigFilePath:/);
    expect(copy).toContain('\r\nImportation terminée\r\n');
    expect(site.journal()[0]?.counts).toEqual({
      sent: 3,
      processed: 3,
      added: 1,
      modified: 2,
      ignored: 0,
      inError: 0,
    });
  });

  it.concurrent('was started with the documented arguments, and the password nowhere else', async () => {
    const { site } = await imported({ settings: ['specificSource: Bridge SCCM', 'log: { prefix: nuit }'] });
    const call = site.call();
    const [first, second, third, fourth, fifth, ...others] = call?.args ?? [];
    expect([first, third, fourth]).toEqual([
      '/Login:svc_octopus',
      `/ConfigFilePath:${join(site.folder, 'assets.xml')}`,
      '/Team:7',
    ]);
    expect(second).toBe('/Password:Hunter"2 & <é>\\');
    expect(fifth).toMatch(/^\/LogFilePath:.*state.*nuit\.log$/);
    expect(others).toEqual(['/SpecificSource:Bridge SCCM']);
    expect(call?.environment.filter((value) => value.includes('Hunter'))).toEqual([]);
    expect(call?.folder).toBe(join(site.home, 'Octopus_test'));
  });

  const ways: [string, ImportSiteOptions, string[]][] = [
    ['with a log in Windows-1252', { behaviour: { encoding: 'latin1' } }, []],
    ['with a log in UTF-16', { behaviour: { encoding: 'utf16le' } }, []],
    ['with a log that comes late', { behaviour: { lateMilliseconds: 400 } }, []],
    ['with a log without time stamp', { behaviour: { stamp: null } }, []],
    ['slowly', { behaviour: { workMilliseconds: 800 } }, []],
    ['although it asked a question', { behaviour: { asks: true } }, []],
    ['from a workbook', { extension: 'xlsx' }, []],
    ['from a folder with spaces', { inFolder: 'Mes imports' }, ['spaces']],
    ['with an exit code that the log refutes', { behaviour: { exitCode: 3 } }, ['exit-code']],
    [
      'with a tag that is unknown',
      { behaviour: { log: ['Avertissement : balise inconnue, ignorée', ...goodLog] } },
      ['log-warnings'],
    ],
    [
      'with several logs',
      { behaviour: { earlierLog: { stamp: '20261122_015959', lines: ['Début'] } } },
      ['several-logs'],
    ],
  ];
  it.concurrent.each(ways)('%s', async (_, options, notices) => {
    const { code, result, copy } = await imported(options);
    expect({ code, outcome: result.outcome }).toEqual({ code: 0, outcome: 'confirmed' });
    expect(codesOf(result.notices)).toEqual(notices);
    expect(copy).toContain('Éléments ajoutés : 1');
  });

  it.concurrent('is not called confirmed when the log says nothing that is known', async () => {
    const { code, result, stderr } = await imported({ behaviour: { log: ['Démarrage', 'Fin'] } });
    expect({ code, outcome: result.outcome }).toEqual({ code: 0, outcome: 'unconfirmed' });
    expect(stderr).toMatch(/Warning: .*does not confirm the import/);
    expect(result.sources).toEqual([
      {
        source: 'Bridge SCCM',
        sent: 3,
        processed: null,
        added: null,
        modified: null,
        ignored: null,
        inError: null,
      },
    ]);
  });

  it.concurrent.each([[{ stamp: null }], [{ stamp: null, appends: true }]])(
    'finds its part of a log of the site that was there before, with %j',
    async (behaviour) => {
      const site = await importSite({ settings: ['log: { folder: ., waitSeconds: 3 }'], behaviour });
      for (const { code, result } of [await site.json(), await site.json()])
        expect({ code, outcome: result.outcome, lines: result.log?.lines }).toEqual({
          code: 0,
          outcome: 'confirmed',
          lines: goodLog.length,
        });
      expect(site.call()?.args).toContain(`/LogFilePath:${join(site.home, 'DataImporter.log')}`);
    },
  );
});

describe('an import that failed', () => {
  interface Case {
    readonly behaviour: Behaviour;
    readonly settings?: readonly string[];
    readonly failure: string;
    readonly says: RegExp;
    readonly advises: RegExp;
  }
  const again = /running the same command again duplicates nothing/;
  const cases: Record<string, Case> = {
    'exit code 0 with errors in the log': {
      behaviour: { log: partial },
      failure: 'errors',
      says: /log reports errors \(lines: 2\)/,
      advises: again,
    },
    'errors in Windows-1252': {
      behaviour: { log: partial.map((line) => line.replace('’', '\u0092')), encoding: 'latin1' },
      failure: 'errors',
      says: /log reports errors \(lines: 2\)/,
      advises: /dataImporter\.patterns\.error/,
    },
    'an exit code without proof of success': {
      behaviour: { log: uncounted, exitCode: 1 },
      failure: 'bad-end',
      says: /ended badly \(exit code 1\)/,
      advises: /Event Viewer/,
    },
    'a crash': {
      behaviour: { log: uncounted.slice(0, 1), crashes: true },
      failure: 'bad-end',
      says: /ended badly \(killed by SIGSEGV\)/,
      advises: again,
    },
    'no log': {
      behaviour: { log: null },
      settings: ['log: { waitSeconds: 0.3 }'],
      failure: 'no-log',
      says: /\(exit code 0\) left no log/,
      advises: /may write to the folder of the log/,
    },
    'an empty log': {
      behaviour: { log: [''] },
      failure: 'empty-log',
      says: /left an empty log/,
      advises: /waitSeconds/,
    },
    'rows that the log does not count': {
      behaviour: { log: goodLog.map((line) => line.replace('{rows}', '2')) },
      failure: 'counts',
      says: /not those that were sent/,
      advises: /dataImporter\.patterns\.counters/,
    },
    'no line of success where one is demanded': {
      behaviour: {},
      settings: ["patterns: { success: ['^Fin normale'] }"],
      failure: 'no-success',
      says: /No line of the log matches/,
      advises: again,
    },
    'rows that changed meanwhile': {
      behaviour: { spoils: true, log: uncounted },
      failure: 'files-changed',
      says: /assets\.csv changed during the import/,
      advises: /one after the other/,
    },
  };
  it.concurrent.each(Object.entries(cases))(
    '%s',
    async (_, { behaviour, settings, failure, says, advises }) => {
      const { code, result, stderr, site, copy } = await imported({
        behaviour,
        ...(settings && { settings }),
      });
      expect({ code, outcome: result.outcome, failure: result.failure?.code }).toEqual({
        code: 7,
        outcome: 'failed',
        failure,
      });
      expect(stderr).toMatch(new RegExp(`Failed: .*${says.source}`));
      expect(stderr).toMatch(new RegExp(`What to do: .*${advises.source}`));
      expect(site.journal()[0]?.failure).toMatch(new RegExp(`^ImportError: .*${says.source}`));
      expect(copy === null).toBe(failure === 'no-log');
    },
  );

  it.concurrent('shows the failing lines, redacted, in the language asked for', async () => {
    const site = await importSite({ behaviour: { log: partial } });
    const { code, stdout, stderr } = await site.run('--lang', 'fr');
    expect(code).toBe(7);
    expect(stdout).toContain('Ligne 2 : Erreur : le type « Tablette » n’existe pas (***)');
    expect(stdout).toMatch(/ajoutés +2\n +modifiés +non indiqué\n/);
    expect(stderr).toMatch(/Échec : Le journal de DataImporter signale des erreurs.*\nÀ faire : /);
    expect(site.leaks({ stdout, stderr })).toEqual([]);
    // The journal is kept for ever: it has the numbers, not the lines.
    expect(JSON.stringify(site.journal())).not.toContain('Tablette');
  });

  it.concurrent('keeps a few of many failing lines, and all of a huge log in mind', async () => {
    const line = `${'x'.repeat(400)} Erreur : CI refusé`;
    const { code, result } = await imported({ behaviour: { log: [line, ...goodLog], repeat: 60_000 } });
    expect(code).toBe(7);
    expect(result.log?.errors.count).toBe(60_000);
    expect(result.log?.errors.first).toHaveLength(20);
    expect(result.sources[0]?.added).toBe(1);
    expect(codesOf(result.notices)).toContain('log-cut');
  });
});
