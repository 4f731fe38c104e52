import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runBridge } from './fakes/command.ts';
import { openPlanningSite, type PlanningSite } from './fakes/planning-site.ts';
import { readWorkbook } from './fakes/workbook.ts';

vi.setConfig({ maxConcurrency: 4, testTimeout: 180_000, hookTimeout: 180_000 });

/** One machine of each fate, by its name on the first night. */
const fates = `
  UPDATE dbo.v_R_System SET Obsolete0 = 0 WHERE Name0 = 'BEC-P-1001';
  UPDATE dbo.v_R_System SET Obsolete0 = 1 WHERE Name0 = 'BEC-P-1002';
  UPDATE dbo.v_R_System SET Name0 = 'NIC-P-2999', Netbios_Name0 = 'NIC-P-2999' WHERE Name0 = 'NIC-P-2001';
  UPDATE dbo.v_GS_PC_BIOS SET SMBIOSBIOSVersion0 = '9.9'
    WHERE ResourceID = (SELECT ResourceID FROM dbo.v_R_System WHERE Name0 = 'NIC-P-2002');
  DELETE FROM dbo.v_GS_PHYSICAL_MEMORY
    WHERE ResourceID = (SELECT ResourceID FROM dbo.v_R_System WHERE Name0 = 'NIC-P-2003');
  DELETE FROM dbo.v_GS_X86_PC_MEMORY
    WHERE ResourceID = (SELECT ResourceID FROM dbo.v_R_System WHERE Name0 = 'NIC-P-2003');
`;
const key = (id: number) => `sccm:${id}-9B57-4D2E-A1C4-5E7D3B90AF12`;

let planning: PlanningSite;
let same: string;
beforeAll(async () => {
  planning = await openPlanningSite();
  planning.change("UPDATE dbo.v_R_System SET Obsolete0 = 1 WHERE Name0 = 'BEC-P-1001'");
  expect(await planning.night()).toMatchObject({ code: 0 });
  same = (await planning.plan('--lang', 'en', '--json')).stdout;
  planning.change(fates);
});
afterAll(() => planning.close());

/** A configuration beside the first one, with other rules or another profile. */
function configWith(name: string, lines: string): string {
  const path = join(planning.site.home, `${name}.yaml`);
  writeFileSync(path, `${readFileSync(planning.config, 'utf8')}${lines}`);
  return path;
}

describe('bridge plan', () => {
  it('of the same source changes nothing', () => {
    const { counts, tables, exitCode } = JSON.parse(same);
    expect(exitCode).toBe(0);
    expect(counts).toEqual({
      ...{ add: 0, modify: 0, activate: 0, deactivate: 0, ignored: 8 },
      ...{ rename: 0, return: 0, blank: 0, missing: 0, unchanged: 72 },
    });
    expect([tables.columns.rows, tables.differences.rows]).toEqual([[], []]);
  });

  it.concurrent('tells each kind of change, and what it does in Octopus', async () => {
    const { code, stdout } = await planning.plan('--json');
    expect(code).toBe(0);
    const { counts, tables, rows, file } = JSON.parse(stdout);
    expect({ rows, file }).toEqual({ rows: 72, file: planning.file });
    expect(counts).toEqual({
      ...{ add: 1, modify: 1, activate: 0, deactivate: 0, ignored: 8 },
      ...{ rename: 1, return: 0, blank: 1, missing: 1, unchanged: 68 },
    });
    const changed = { kind: 'changed', key: expect.any(String) };
    expect(tables.differences.rows).toEqual([
      expect.objectContaining({ kind: 'created', name: 'BEC-P-1001', key: key(16777216), effect: 'add' }),
      expect.objectContaining({ kind: 'renamed', before: 'NIC-P-2001', after: 'NIC-P-2999' }),
      {
        ...{ ...changed, name: 'NIC-P-2002', column: 'Version du BIOS' },
        ...{ before: 'V70 Ver. 01.09.01', after: '9.9', effect: 'set' },
      },
      { ...changed, name: 'NIC-P-2003', column: 'RAM', before: '8 Go', after: '', effect: 'kept' },
    ]);
    expect(tables.renames.rows).toEqual([{ before: 'NIC-P-2001', after: 'NIC-P-2999', key: key(16777219) }]);
    expect(tables.missing.rows).toEqual([{ name: 'BEC-P-1002', key: key(16777217) }]);
    expect(tables.columns.rows).toContainEqual({ column: 'RAM', changed: 1, kept: 1 });
    expect(tables.duplicates).toMatchObject({ count: 3 });
    expect(tables.exclusions.rows).toContainEqual({ reason: 'obsolete', count: 2 });
  });

  it.concurrent.each([
    [
      'fr',
      [/à ajouter +1$/m, /NIC-P-2001 → NIC-P-2999 +\[à renommer dans Octopus/, /8 Go → \(vide\) +\[aucun :/],
      /absents +1 +rien ne se passe : absent n’est pas supprimé/,
      /^Verdict : L’exécution serait publiée : 72 lignes\.$/m,
    ],
    [
      'en',
      [/to add +1$/m, /NIC-P-2001 → NIC-P-2999 +\[to rename in Octopus/, /8 Go → \(empty\) +\[none:/],
      /missing +1 +nothing happens: missing is not deleted/,
      /^Verdict: The run would be published: 72 rows\.$/m,
    ],
  ])('says it in %s, in a form for the log of a task', async (language, lines, missing, verdict) => {
    const { code, stdout } = await planning.plan('--lang', language);
    expect(code).toBe(0);
    for (const line of [...lines, missing, verdict]) expect(stdout).toMatch(line);
  });

  it.concurrent('ends with 5 where the guard refuses, after the whole plan, and with 0 once accepted', async () => {
    const strict = configWith('strict', 'rules: { guard: { percent: 1, count: 1 } }\n');
    const out = join(planning.site.home, 'refused.json');
    const refused = await planning.plan('--config', strict, '--lang', 'en', '--out', out);
    expect(refused.code).toBe(5);
    expect(refused.stdout).toMatch(/to add +1$/m);
    expect(refused.stdout).toMatch(/Guard \(\d+\).*in all: 1 of 72 gone/s);
    expect(refused.stdout).toMatch(/Verdict: The run would be REFUSED \(exit code 5\).*--accept-drop/s);
    const { exitCode, tables } = JSON.parse(readFileSync(out, 'utf8'));
    expect({ exitCode, missing: tables.missing.count }).toEqual({ exitCode: 5, missing: 1 });
    const accepted = await planning.plan('--config', strict, '--lang', 'en', '--accept-drop');
    expect(accepted.code).toBe(0);
    expect(accepted.stderr).toMatch(/accepted by --accept-drop.*1 of 72 gone/);
  });

  it.concurrent('ends with 6 where DataImporter would not accept the rows, and names them', async () => {
    const profile = readFileSync(join('output', 'profile', 'octopus-fr.yaml'), 'utf8');
    const short = join(planning.site.home, 'short.yaml');
    writeFileSync(short, profile.replace('maxLength: 850', 'maxLength: 12'));
    const { code, stdout } = await planning.plan('--profile', short, '--json');
    expect(code).toBe(6);
    const { refusals, tables } = JSON.parse(stdout);
    expect(refusals).toMatchObject([
      { exitCode: 6, text: { en: expect.stringContaining('value-too-long') } },
    ]);
    expect(tables.violations.rows).toContainEqual(
      expect.objectContaining({ finding: 'value-too-long', name: 'LOUISEVILLE-ATELIER-07', column: 'Nom' }),
    );
  });

  it.concurrent('writes the same plan as a workbook that other programs read', async () => {
    const out = join(planning.site.home, 'plan.xlsx');
    const { code, stdout } = await planning.plan('--lang', 'en', '--out', out);
    expect(code).toBe(0);
    expect(stdout).toContain(`Plan: ${out}`);
    const sheets = new Map((await readWorkbook(out)).map(({ name, rows }) => [name, rows]));
    expect([...sheets.keys()]).toEqual([
      ...['Summary', 'Columns', 'Differences', 'Renames', 'Missing', 'Duplicates', 'Names held'],
      ...['To identify', 'Retired and listed again', 'Exclusions'],
    ]);
    expect(sheets.get('Summary')).toContainEqual(['to add', '1', '']);
    expect(sheets.get('Differences')).toHaveLength(5);
    expect(sheets.get('Renames')?.[1]).toEqual(['NIC-P-2001', 'NIC-P-2999', key(16777219)]);
    expect(sheets.get('Missing')?.[1]).toEqual(['BEC-P-1002', key(16777217)]);
  });
});

describe('the file to compare with', () => {
  it.concurrent('that was never published makes everything new, and the plan names those that were', async () => {
    const other = join(planning.site.folder, 'other.csv');
    const { code, stdout, stderr } = await planning.plan('--for', other, '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toMatch(/to add +72$/m);
    expect(stderr).toContain(planning.file);
  });

  it('must be named where the store knows several', async () => {
    const second = join(planning.site.folder, 'second.csv');
    expect(await planning.night('--out', second)).toMatchObject({ code: 0 });
    const { code, stderr } = await planning.plan('--lang', 'en');
    expect(code).toBe(2);
    expect(stderr).toMatch(/several files: .*second\.csv, .*assets\.csv.*--for/s);
    expect(await planning.plan('--for', second, '--lang', 'en')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/unchanged +72$/m),
    });
  });
});

describe('bridge plan --sample', () => {
  it('creates everything, without a configuration', async () => {
    const { code, stdout } = await runBridge(['plan', 'sccm', '--sample', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sample: true, publishedAt: null, counts: { add: 73 } });
  });
});
