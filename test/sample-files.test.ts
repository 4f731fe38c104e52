import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeSerial } from '../shared/device/serial.ts';
import { runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook, type Sheet } from './fakes/workbook.ts';

const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
/** Prints the sheet names, and every cell of the first sheet with its type, as another program sees them. */
const pythonReader = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
print(json.dumps({'sheets': book.sheetnames, 'cells': [[[cell.value, cell.data_type] for cell in row] for row in sheet.iter_rows()]}))
`;

async function sampleWorkbook(): Promise<{ folder: string; rows: Sheet['rows'] }> {
  const folder = temporaryFolder();
  const out = join(folder, 'assets.xlsx');
  expect(await runBridge(['sccm', '--sample', '--out', out, '--state', join(folder, 'state')])).toMatchObject(
    { code: 0 },
  );
  const rows = (await readWorkbook(out))[0]?.rows ?? [];
  return { folder, rows };
}

describe('the files of the sample, read by other programs', () => {
  it('hold what the importer needs', async () => {
    const { folder, rows } = await sampleWorkbook();
    const [headers = [], ...assets] = rows;
    const column = (header: string) => assets.map((row) => row[headers.indexOf(header)] ?? '');
    expect(assets.length).toBeGreaterThan(60);
    expect(column('Type').filter((type) => type === '')).toEqual([]);
    expect(column('Nom').filter((name) => name === '')).toEqual([]);
    expect(new Set(column('Nom').map((name) => name.toUpperCase())).size).toBe(assets.length);
    const serials = column('NuméroSérie').filter((serial) => serial !== '');
    expect(serials.length).toBeGreaterThan(60);
    expect(serials.filter((serial) => judgeSerial(serial) === 'placeholder')).toEqual([]);
    expect(new Set(serials).size).toBe(serials.length);
    for (const [at, model] of column('Modèle').entries())
      if (model !== '') expect(column('Manufacturier')[at], model).not.toBe('');
    const xml = readFileSync(join(folder, 'assets.xml'));
    expect(xml.every((byte) => byte < 128)).toBe(true);
    expect(xml.toString()).toContain('<ViewName>[Importation CI$]</ViewName>');
  });

  it.skipIf(!hasOpenpyxl)(
    `are text in every cell for openpyxl${hasOpenpyxl ? '' : ' (skipped: python3-openpyxl is not installed)'}`,
    async () => {
      const { folder, rows } = await sampleWorkbook();
      const told = execFileSync('/usr/bin/python3', ['-c', pythonReader, join(folder, 'assets.xlsx')], {
        encoding: 'utf8',
      });
      const { sheets, cells }: { sheets: string[]; cells: [string | null, string][][] } = JSON.parse(told);
      expect(sheets).toEqual([
        'Importation CI',
        'Importation Fournisseurs',
        'Importation Relations',
        'Importation Utilisateurs CI',
      ]);
      const filled = cells.flat().filter(([value]) => value !== null);
      expect(filled.filter(([, type]) => type !== 's')).toEqual([]);
      expect(cells.map((row) => row.map(([value]) => value ?? ''))).toEqual(rows);
      const xml = join(folder, 'assets.xml');
      execFileSync('/usr/bin/python3', [
        '-c',
        'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])',
        xml,
      ]);
    },
  );
});
