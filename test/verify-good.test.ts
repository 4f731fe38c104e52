import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import { refuses } from '../output/verify/rules.ts';
import { verifySet } from '../output/verify/set.ts';
import type { Violation } from '../output/verify/violation.ts';
import { judgeSerial } from '../shared/device/serial.ts';
import { importerSet, writeSet } from './fakes/importer-set.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const never = new AbortController().signal;

async function violationsOf(
  importerXml: string,
  folder: string,
  profile: Profile | null,
): Promise<readonly Violation[]> {
  const request = { importerXml, at: (path: string) => path, profile, folder, written: null };
  return (await verifySet({ ...request, limit: 10, signal: never })).violations.kept;
}

describe('a good set', () => {
  it.each(['xlsx', 'csv'] as const)('of a %s has no violation, with a profile and without', async (kind) => {
    const folder = temporaryFolder();
    const path = writeSet(importerSet(kind), folder);
    expect(await violationsOf(path, folder, null)).toEqual([]);
    const found = await violationsOf(path, folder, loadProfile('octopus-fr'));
    expect(found.map(({ code, value }) => [code, value])).toEqual([]);
  });

  it('is the sample, as it is published but for its manifest', async () => {
    const folder = temporaryFolder();
    cpSync(join('test', 'golden', 'sccm'), folder, { recursive: true });
    const found = await violationsOf(
      join(folder, 'assets.xml'),
      'C:\\Octopus\\Import',
      loadProfile('octopus-fr'),
    );
    // The golden files have no manifest: it holds the time of its run.
    expect(found.map(({ code }) => code)).toEqual(['manifest-missing']);
  });
});

describe('a workbook that another program wrote', () => {
  it('is read as well when it was saved again', async () => {
    const folder = temporaryFolder();
    const path = writeSet(importerSet('xlsx'), folder);
    const book = new excel.Workbook();
    await book.xlsx.readFile(join(folder, 'ci.xlsx'));
    await book.xlsx.writeFile(join(folder, 'ci.xlsx'));
    // It is no longer the file that was published, and nothing else is wrong with it.
    expect((await violationsOf(path, folder, null)).map(({ code }) => code)).toEqual(['manifest-file']);
  });

  it.each<[string, (sheet: string) => string]>([
    [
      'tags with a prefix',
      (sheet) => sheet.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x='),
    ],
    [
      'texts in their cells',
      (sheet) => sheet.replace(/t="s"><v>\d+<\/v>/, 't="inlineStr"><is><t>Type</t></is>'),
    ],
    [
      'cells without their address',
      (sheet) => sheet.replace(/<row r="1">.*?<\/row>/, (row) => row.replace(/ r="[A-Z]\d"/g, '')),
    ],
    [
      'a formatted cell without a value',
      (sheet) => sheet.replace('</row></sheetData>', '<c r="N4" s="1"/></row></sheetData>'),
    ],
    [
      'a dimension that is right',
      (sheet) => sheet.replace('<sheetData>', '<dimension ref="A1:M4"/><sheetData>'),
    ],
  ])('is read as well with %s', async (_, change) => {
    const folder = temporaryFolder();
    const set = importerSet('xlsx');
    set.parts = (parts) => {
      const name = 'xl/worksheets/sheet4.xml';
      const changed = change(parts[name] ?? '');
      expect(changed).not.toBe(parts[name]);
      return { ...parts, [name]: changed };
    };
    expect(await violationsOf(writeSet(set, folder), folder, null)).toEqual([]);
  });
});

describe('rows that are not those that were written', () => {
  it.each([
    ['other cells', { rows: 3, digest: 'other' }],
    ['another count', { rows: 4, digest: 'other' }],
  ])('file-differs: %s', async (_, written) => {
    const folder = temporaryFolder();
    const importerXml = writeSet(importerSet('csv'), folder);
    const request = { importerXml, at: (path: string) => path, profile: null, folder, limit: 10 };
    const { violations } = await verifySet({
      ...request,
      written: new Map([['CI', written]]),
      signal: never,
    });
    expect([...violations.counts.keys()]).toEqual(['file-differs']);
  });

  it('stop the verification when the user says so', async () => {
    const folder = temporaryFolder();
    const importerXml = writeSet(importerSet('csv'), folder);
    const request = { importerXml, at: (path: string) => path, profile: null, folder, limit: 10 };
    await expect(verifySet({ ...request, written: null, signal: AbortSignal.abort() })).rejects.toMatchObject(
      { exitCode: 130 },
    );
  });
});

describe('a byte that changed after publishing', () => {
  it.each(['ci.xlsx', 'ci.csv', 'ci.xml', 'ci.manifest.json'])(
    'of %s is found, whatever it does to the file',
    async (name) => {
      const folder = temporaryFolder();
      const importerXml = writeSet(importerSet(name === 'ci.csv' ? 'csv' : 'xlsx'), folder);
      const good = readFileSync(join(folder, name));
      const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }));
      await fc.assert(
        fc.asyncProperty(change, fc.boolean(), async ([at, by], cut) => {
          const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ by;
          writeFileSync(join(folder, name), bytes);
          const found = await violationsOf(importerXml, folder, null);
          // A text of the manifest that nobody compares may change.
          if (name !== 'ci.manifest.json') expect(found.some(({ code }) => refuses(code))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});

const text = fc.string({ unit: 'binary', maxLength: 300 });
const known = text.map((value) => `A${value}`.trimEnd());
const asset = fc.record({
  name: text,
  serial: fc.option(
    fc.string({ minLength: 4, maxLength: 40 }).filter((serial) => judgeSerial(serial) === 'genuine'),
  ),
  manufacturer: fc.option(known),
  model: fc.option(known),
  biosVersion: fc.option(text),
  class: fc.constantFrom('laptop', 'server', 'virtualServer', 'printer', 'unknown'),
  uefi: fc.option(fc.boolean()),
  lastInventoryAt: fc.constantFrom(null, '2026-11-19T23:40:00', '1999-02-28T00:00:00Z'),
});

describe('what the writers write', () => {
  it.each([
    ['ci.csv', 'octopus-fr'],
    ['ci.xlsx', 'octopus-en'],
  ])('is never refused: %s with %s', async (name, profileName) => {
    const profile = loadProfile(profileName);
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(asset, { maxLength: 6 }), async (parts) => {
        const assets = parts.map((each, index) =>
          outputAsset(`PC-${index}`, {
            place: { name: `PC-${index} ${each.name}` },
            identity: { key: `sccm:${index}`, serial: each.serial },
            nature: { class: each.class, manufacturer: each.manufacturer, model: each.model },
            firmware: { biosVersion: each.biosVersion, uefi: each.uefi },
            life: { lastInventoryAt: each.lastInventoryAt },
          }),
        );
        const target = { path: join(folder, name), dataImporterFolder: null, profile, bridgeName: 'sccm' };
        const { paths } = await writeImporterFiles(
          target,
          { assets: () => assets, facts: outputFacts },
          never,
        );
        const found = await violationsOf(paths.at(-2) ?? '', folder, profile);
        expect(found.filter(({ code }) => !['value-replaced', 'long-text'].includes(code))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
