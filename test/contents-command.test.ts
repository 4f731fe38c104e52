import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../output/manifest.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook } from './fakes/workbook.ts';
import { windows1252Text } from './windows-1252-text.ts';

const all = 'contents: [CIUser, CIRelation, CI, Supplier]';
const monitors = 'rules: { lansweeper: { population: { monitor: include } } }';

/** Publishes the LanSweeper sample with a configuration; the command and the folder. */
async function publish(file: string, ...lines: readonly string[]) {
  const folder = temporaryFolder();
  const config = join(folder, 'bridge.yaml');
  writeFileSync(config, `${lines.join('\n')}\n`);
  const args = ['lansweeper', '--sample', '--config', config, '--state', join(folder, 'state')];
  const run = () => runBridge([...args, '--out', join(folder, file)]);
  return { folder, run, ended: await run() };
}

const sourcesIn = (folder: string) =>
  [...readFileSync(join(folder, 'a.xml'), 'ascii').matchAll(/<Content>(\w+)<\/Content>/g)].map(
    ([, content]) => content,
  );
const rowsOf = (path: string): string[][] => parse(windows1252Text(readFileSync(path)));

describe('contents beside the CI', () => {
  it('are further CSV files and sources, in the order of importing, and keep to the contract', async () => {
    const { folder, ended } = await publish('a.csv', all, monitors);
    expect(ended).toMatchObject({ code: 0 });
    expect(sourcesIn(folder)).toEqual(['Supplier', 'CI', 'CIRelation', 'CIUser']);
    const names = new Set(rowsOf(join(folder, 'a.csv')).map((row) => row[1]));
    const [header, ...relations] = rowsOf(join(folder, 'a-relations.csv'));
    expect(header).toEqual(['CI1', 'CI2', 'Relation', 'Note']);
    expect(relations).toContainEqual(['VDC-P-1101', 'vdc-com-02', 'Est connecté à', 'Port 3']);
    expect(relations).toContainEqual(['VDC-S-GEO01', 'VDC-S-HYP01', 'Est hébergé par', '']);
    expect(relations).toContainEqual(['DELL P2422H 7XK2LB3', 'VDC-P-1101', 'Est connecté à', '']);
    for (const [one, other] of relations) expect([names.has(one), names.has(other)]).toEqual([true, true]);
    const users = rowsOf(join(folder, 'a-users.csv'));
    expect(users).toContainEqual(['VDC-P-1101', 'mlavoie']);
    expect(rowsOf(join(folder, 'a-suppliers.csv'))).toContainEqual(['Dell', 'Oui', 'Non', 'Dell Inc.']);
    const verified = await runBridge(['verify', join(folder, 'a.csv'), '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, counts: {} });
  });

  it('are further sheets of the workbook, with the same rows; the same files twice', async () => {
    const { folder, run } = await publish('a.xlsx', all, monitors);
    const csv = await publish('a.csv', all, monitors);
    const sheets = await readWorkbook(join(folder, 'a.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Importation CI',
      'Importation Fournisseurs',
      'Importation Relations',
      'Importation Utilisateurs CI',
    ]);
    const written = ['a.csv', 'a-suppliers.csv', 'a-relations.csv', 'a-users.csv'].map((name) =>
      rowsOf(join(csv.folder, name)),
    );
    expect(sheets.map(({ rows }) => rows.length)).toEqual(written.map((rows) => rows.length));
    expect(sheets[2]?.rows).toEqual(written[2]);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'a.manifest.json'), 'utf8')));
    expect(manifest.contents).toMatchObject({
      CI: manifest.written,
      CIRelation: Number(written[2]?.length) - 1,
    });
    const before = contentsOf(folder)[join(folder, 'a.xlsx')];
    await run();
    expect(contentsOf(folder)[join(folder, 'a.xlsx')]).toBe(before);
  });

  it('are not there unless asked for', async () => {
    const { folder } = await publish('a.csv', monitors);
    expect(sourcesIn(folder)).toEqual(['CI']);
  });

  it.each([
    [
      'a content that there is none',
      'contents: [Software]',
      /1:\d+ contents.*Supplier, CI, CIRelation, CIUser/s,
    ],
    ['an identifier that the method does not take', 'profile: own.yaml', /users\.identifier.*employeeId/s],
    ['a profile without the block', `profile: bare.yaml\n${all}`, /CIUser.*bare.*"users"/s],
  ])('refuse %s', async (_, lines, said) => {
    const folder = temporaryFolder();
    const shipped = readFileSync(join('output', 'profile', 'octopus-en.yaml'), 'utf8');
    const byId = shipped.replace(
      'UserIdentificationMethod: UserByWindowsUsername',
      'UserIdentificationMethod: UserByID',
    );
    writeFileSync(join(folder, 'own.yaml'), byId);
    const bare = shipped.slice(0, shipped.indexOf('\nusers:')).replace(/^name: .*/m, 'name: bare');
    writeFileSync(join(folder, 'bare.yaml'), `${bare}\n`);
    const config = join(folder, 'bridge.yaml');
    writeFileSync(config, `${lines}\n`);
    const args = [
      '--sample',
      '--config',
      config,
      '--state',
      join(folder, 'state'),
      '--out',
      join(folder, 'a.csv'),
    ];
    const ended = await runBridge(['lansweeper', ...args]);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(said) });
  });
});
