import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '../output/manifest.ts';
import { judgeSerial } from '../shared/device/serial.ts';
import { contentsOf, type Ended, runBridge } from './fakes/command.ts';
import { clientSecret } from './fakes/graph/application.ts';
import { endIntuneSites, type IntuneSite, startIntuneSite } from './fakes/intune-site.ts';

const golden = join('test', 'golden');
const published = ['assets.csv', 'assets.xml', 'Schema.ini'] as const;
const bytesOf = (...path: readonly string[]) => readFileSync(join(...path));

let site: IntuneSite;
/** Folders of the sample and of the same tenant behind HTTPS, in CSV and in XLSX. */
let sample: string;
let real: string;

beforeAll(async () => {
  site = await startIntuneSite({ settings: { enrich: { perDay: 1_000 } } });
  sample = join(site.home, 'sample');
  real = join(site.home, 'real');
  for (const folder of [sample, real]) mkdirSync(folder);
  const config = ['--config', join(golden, 'bridge.yaml'), '--lang', 'en'];
  const runSample = (name: string) =>
    runBridge([
      'intune',
      '--sample',
      ...config,
      '--out',
      join(sample, name),
      '--state',
      join(sample, 'state'),
    ]);
  // one state folder takes one run at a time
  const twice = async (run: (name: string) => Promise<Ended>) => [
    await run('assets.csv'),
    await run('book.xlsx'),
  ];
  const ended = await Promise.all([twice(runSample), twice((name) => site.extract(join('real', name)))]);
  expect(ended.flat().map(({ code, stderr }) => [code, stderr])).toEqual(Array(4).fill([0, warning]));
}, 180_000);
afterAll(endIntuneSites);

const warning = 'Warning: Not in the report DevicesWithInventory, so without a primary user: 1 device(s).\n';

async function cellsOf(path: string): Promise<string[][]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0];
  const width = sheet?.columnCount ?? 0;
  const rows: string[][] = [];
  sheet?.eachRow((row) =>
    rows.push(Array.from({ length: width }, (_, at) => String(row.getCell(at + 1).value ?? ''))),
  );
  return rows;
}

describe('the sample', () => {
  it.each(published)('writes exactly the golden %s', (name) => {
    expect(bytesOf(sample, name).equals(bytesOf(golden, 'intune', name))).toBe(true);
  });

  it.each(published)('is, in %s, what the command publishes of the same tenant behind HTTPS', (name) => {
    expect(bytesOf(real, name).equals(bytesOf(sample, name))).toBe(true);
  });

  it('is so cell by cell in the workbook', async () => {
    const cells = await cellsOf(join(sample, 'book.xlsx'));
    expect(cells).toHaveLength(57);
    expect(await cellsOf(join(real, 'book.xlsx'))).toEqual(cells);
  });

  it('has what the importer needs, and nothing that only looks like it', async () => {
    const [headers = [], ...rows] = await cellsOf(join(sample, 'book.xlsx'));
    const column = (header: string) => rows.map((row) => row[headers.indexOf(header)] ?? '');
    expect(new Set(column('Nom').map((name) => name.toUpperCase())).size).toBe(rows.length);
    const serials = column('NuméroSérie').filter((serial) => serial !== '');
    expect(serials.length).toBeGreaterThan(50);
    expect(new Set(serials).size).toBe(serials.length);
    expect(serials.filter((serial) => judgeSerial(serial) === 'placeholder')).toEqual([]);
    expect(new Set(column('Type'))).toEqual(
      new Set([
        'Portable',
        'Poste de travail',
        'Poste virtuel',
        'Tablette',
        'Cellulaire',
        'Autre équipement',
      ]),
    );
    expect(column('Utilisateur principal').filter((user) => user.includes('inscription'))).toEqual([]);
  });

  it('tells nothing of private devices', () => {
    const text = ['assets.csv', 'assets.manifest.json']
      .map((name) => bytesOf(sample, name).toString('latin1'))
      .join();
    expect(text).not.toMatch(/zofia|trepanier|vigneault|iPhone de Xavier|4B7QX2M|SM-A546W/i);
    expect(text).toContain('"personal": 5');
  });

  it('has a manifest that accounts for every device', () => {
    const manifest = manifestSchema.parse(JSON.parse(bytesOf(real, 'assets.manifest.json').toString()));
    expect(manifest).toMatchObject({
      read: 66,
      readAtEnd: 66,
      written: 56,
      excluded: { personal: 5, defenderOnly: 2, tenantAttached: 1 },
      duplicates: { duplicateKey: 0, duplicateSerial: 2, duplicateName: 0 },
      sections: { managedDevices: 67, DevicesWithInventory: 63, comanagedDevices: 3, details: 58 },
      source: { name: 'intune', sample: false, facts: { enrolledDeviceCount: '66', pages: '4' } },
    });
    expect(manifest.gaveWay.map(({ name, keptName }) => [name, keptName])).toEqual([
      ['BEC-P-5020', 'BEC-P-5020'],
      ['DESKTOP-0TEST07', 'NIC-P-6010'],
    ]);
    expect(manifest.decisions['place.name']).toEqual({ factory: 9, given: 45, model: 2, shared: 2 });
  });

  it('leaves nothing but the journal, the store and the remembered details behind', () => {
    expect(readdirSync(join(sample, 'state'))).toEqual(['journal.ndjson']);
    expect(readdirSync(join(site.home, 'bridge-state')).sort()).toEqual([
      'bridge.sqlite',
      'intune-details.sqlite',
      'journal.ndjson',
    ]);
  });

  it('gives the same bytes the next night, from what was remembered', async () => {
    const before = site.server.records.arrivals.length;
    const { code } = await site.extract(join('real', 'assets.csv'));
    expect(code).toBe(0);
    expect(bytesOf(real, 'assets.csv').equals(bytesOf(sample, 'assets.csv'))).toBe(true);
    expect(site.server.records.arrivals.slice(before).filter(({ path }) => path.includes('$batch'))).toEqual(
      [],
    );
  });

  it('asks nothing of Graph that its README does not name', () => {
    const page = readFileSync(join('bridges', 'intune', 'README.md'), 'utf8');
    const asked = site.server.records.arrivals.filter(({ part }) => part === 'graph');
    const paths = new Set(asked.map(({ path }) => path.replace(/[?(].*/, '')));
    expect(paths.size).toBe(5);
    for (const path of paths) expect(page).toContain(`| \`${path}\` |`);
  });

  it('never writes its secret or a token anywhere', () => {
    const { tokens } = site.server.records;
    expect(tokens.length).toBeGreaterThan(0);
    for (const path of Object.keys(contentsOf(site.home)))
      for (const secret of [clientSecret, ...tokens])
        expect(bytesOf(path).includes(secret), path).toBe(false);
  });
});
