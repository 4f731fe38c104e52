import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import type { ImporterTarget } from '../output/importer/target.ts';
import { importerSources } from '../output/importer/xml.ts';
import { manifestSchema } from '../output/manifest.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { verifySet } from '../output/verify/set.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { goodLog } from './fakes/data-importer.ts';
import { importSite, removeImportSites } from './fakes/import-site.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 });
afterAll(removeImportSites);

const never = new AbortController().signal;
const shipped = loadProfile('octopus-fr');
const profile = { ...shipped, ci: { ...shipped.ci, clear: ['Modèle'] } };
const targetIn = (folder: string, parts: Partial<ImporterTarget> = {}): ImporterTarget => ({
  path: join(folder, 'ci.db'),
  dataImporterFolder: 'D:\\Importés',
  profile,
  bridgeName: 'sccm',
  ...parts,
});
const fleet = [outputAsset('PC-1'), outputAsset('PC-2', { nature: { model: null } })];
const publishTo = (target: ImporterTarget, assets = fleet) =>
  writeImporterFiles(target, { assets: () => assets, facts: outputFacts }, never);

/** Publishes a database, breaks it, and gives the violations without those of the manifest. */
async function violationsAfter(change: (file: string) => void) {
  const folder = temporaryFolder();
  await publishTo(targetIn(folder));
  change(join(folder, 'ci.db'));
  const request = { at: (path: string) => path, profile, folder: 'd:/importés', written: null, limit: 10 };
  const { violations } = await verifySet({
    ...request,
    importerXml: join(folder, 'ci.xml'),
    signal: never,
  });
  return violations.kept
    .filter(({ code }) => !code.startsWith('manifest-'))
    .map(({ code, file, row, header }) => [code, file, row, header]);
}

function alter(sql: string): (file: string) => void {
  return (file) => {
    const database = new sqlite.Database(file);
    database.exec(sql);
    database.close();
  };
}

describe('publishing a database', () => {
  it('writes it with its configuration and manifest, and the columns to clear apart', async () => {
    const folder = temporaryFolder();
    await publishTo(targetIn(folder));
    const names = ['ci-clear.db', 'ci-clear.xml', 'ci.db', 'ci.manifest.json', 'ci.xml'];
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(importerSources(readFileSync(join(folder, 'ci-clear.xml')))).toEqual([
      {
        name: 'Bridge SCCM',
        connectionString: 'Provider=MSDASQL;Driver={SQLite3 ODBC Driver};Database=D:\\Importés\\ci-clear.db;',
        viewName: '[Importation CI]',
        content: 'CI',
      },
    ]);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'ci.manifest.json'), 'utf8')));
    expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['ci.db', 2],
      ['ci.xml', null],
      ['ci-clear.db', 1],
      ['ci-clear.xml', null],
    ]);
  });

  it('takes the connection string of the site', async () => {
    const folder = temporaryFolder();
    const sqliteTemplate = 'Provider=MSDASQL.1;DSN=Octopus & co;Database=<file>;LongNames=0;';
    await publishTo(targetIn(folder, { connectionStrings: { sqlite: sqliteTemplate } }));
    const [source] = importerSources(readFileSync(join(folder, 'ci.xml')));
    expect(source?.connectionString).toBe(
      'Provider=MSDASQL.1;DSN=Octopus & co;Database=D:\\Importés\\ci.db;LongNames=0;',
    );
  });

  it('refuses rows that break the contract, and the last files stay', async () => {
    const folder = temporaryFolder();
    await publishTo(targetIn(folder));
    const before = contentsOf(folder);
    const twins = [outputAsset('PC-1'), outputAsset('pc-1')];
    await expect(publishTo(targetIn(folder), twins)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('value-twice, row 3, "Nom", asset sccm:pc-1'),
    });
    rmSync(join(folder, 'ci.rejects.xlsx'));
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('verifying a published database', () => {
  it('finds nothing in a good one', async () => {
    expect(await violationsAfter(() => {})).toEqual([]);
  });

  it.each([
    ['table-missing', 'ALTER TABLE [Importation CI] RENAME TO Autre', ['ci.xml', 5, 'ViewName']],
    ['value-required', 'UPDATE [Importation CI] SET Nom = NULL WHERE rowid = 2', ['ci.db', 3, 'Nom']],
    ['cell-not-text', "UPDATE [Importation CI] SET Modèle = x'4142' WHERE rowid = 1", ['ci.db', 2, 'Modèle']],
    ['value-control', 'UPDATE [Importation CI] SET Modèle = char(7) WHERE rowid = 1', ['ci.db', 2, 'Modèle']],
  ])('%s', async (code, sql, place) => {
    expect((await violationsAfter(alter(sql))).at(0)).toEqual([code, ...place]);
  });

  it('tells a file that is no database', async () => {
    const found = await violationsAfter((file) => writeFileSync(file, 'PC-1;PC-2'));
    expect(found).toEqual([['workbook-unreadable', 'ci.db', null, null]]);
  });
});

/** Tests that run side by side have no end of their own: their folders go with the file. */
const root = mkdtempSync(join(tmpdir(), 'bridge-test-'));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = () => mkdtempSync(join(root, 'run-'));

describe('the command', () => {
  it.concurrent('publishes the sample, the same bytes twice, and verifies it', async () => {
    const folder = newFolder();
    const file = join(folder, 'assets.db');
    const run = () =>
      runBridge(['sccm', '--sample', '--out', `sqlite:${file}`, '--state', join(folder, 'state'), '--json']);
    const first = await run();
    expect([first.code, JSON.parse(first.stdout).files]).toEqual([
      0,
      // A file for each content: DataImporter knows a database by its connection string.
      [
        'assets.db',
        'assets-suppliers.db',
        'assets-relations.db',
        'assets-users.db',
        'assets.xml',
        'assets.manifest.json',
      ].map((name) => join(folder, name)),
    ]);
    const bytes = ['assets.db', 'assets.xml'].map((name) => readFileSync(join(folder, name), 'latin1'));
    expect((await run()).code).toBe(0);
    expect(['assets.db', 'assets.xml'].map((name) => readFileSync(join(folder, name), 'latin1'))).toEqual(
      bytes,
    );
    const verified = await runBridge(['verify', file, '--profile', 'octopus-fr', '--json']);
    expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([0, { ok: true, counts: {} }]);
  });

  it.concurrent('says why it cannot write, and the last file stays', async () => {
    const folder = newFolder();
    const args = ['sccm', '--sample', '--out', `sqlite:${join(folder, 'assets.db')}`];
    args.push('--state', join(newFolder(), 'state'));
    expect((await runBridge(args)).code).toBe(0);
    const before = contentsOf(folder);
    mkdirSync(join(folder, '.assets.db.part'));
    const { code, stderr } = await runBridge(args);
    expect([code, stderr]).toEqual([6, expect.stringContaining('assets.db: EISDIR')]);
    expect(contentsOf(folder)).toEqual(before);
  });

  it.concurrent.each(['assets.db', 'sqlite:assets.csv', 'sqlite:', 'access:assets.accdb'])(
    'refuses --out %s',
    async (out) => {
      const { code, stderr } = await runBridge(['sccm', '--sample', '--out', out]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('sqlite:FILE.db')]);
    },
  );

  it.concurrent('refuses a connection string without the file', async () => {
    const config = join(newFolder(), 'bridge.yaml');
    writeFileSync(config, 'dataImporter: { connectionStrings: { sqlite: "Provider=MSDASQL;DSN=x" } }');
    const args = ['sccm', '--sample', '--out', 'sqlite:assets.db', '--config', config];
    const { code, stderr } = await runBridge(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('<file>')]);
  });

  it.concurrent('imports a database as it imports any other file', async () => {
    const site = await importSite({ extension: 'db', behaviour: { log: goodLog } });
    const { code, result } = await site.json();
    expect([code, result.failure, result.outcome]).toEqual([0, null, 'confirmed']);
  });
});
