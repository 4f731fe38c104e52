import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedCrc } from '../output/xlsx/crc.ts';
import { GrowingPart } from '../output/xlsx/growing-part.ts';
import { writeZip } from '../output/xlsx/zip-file.ts';
import { readZip } from '../output/xlsx/zip-reader.ts';
import { hasOpenpyxl } from './conformance/programs.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const python = '/usr/bin/python3';
/** Tests every CRC, and prints name, date and text of each file. */
const pythonZip = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[file.filename, file.date_time[0], archive.read(file).decode()] for file in archive.infolist()]))
`;

describe('the CRC of two pieces', () => {
  it('is that of the whole, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 99 }), fc.uint8Array({ maxLength: 999 }), (first, second) => {
        const whole = crc32(Buffer.concat([first, second]));
        expect(joinedCrc(crc32(first), crc32(second), second.length)).toBe(whole);
      }),
    );
  });
});

describe.each([
  ['small', 0xffffffff],
  ['with all numbers in ZIP64', 0],
  ['with the later offsets in ZIP64', 400],
])('an archive %s', (_, from) => {
  const long = 'Éà œ €'.repeat(40_000);
  async function written(): Promise<string> {
    const folder = temporaryFolder();
    const part = new GrowingPart(join(folder, 'part'));
    for (let at = 0; at < long.length; at += 50_000) {
      part.add(long.slice(at, at + 50_000));
      await part.handOver();
    }
    const entries = [
      { name: 'first.xml', text: '<a/>'.repeat(99), rest: null },
      { name: 'sub/long.xml', text: 'head of ', rest: await part.finish() },
      { name: 'last.xml', text: 'z', rest: null },
    ];
    await writeZip(join(folder, 'x.zip'), entries, () => {}, from);
    await part.discard();
    return join(folder, 'x.zip');
  }

  it('is read back', async () => {
    const zip = await readZip(await written());
    const texts: Record<string, string> = {};
    for (const name of zip.names) {
      texts[name] = '';
      for await (const piece of zip.text(name)) texts[name] += piece;
    }
    expect(Object.keys(texts)).toEqual(['first.xml', 'sub/long.xml', 'last.xml']);
    expect(texts['sub/long.xml'] === `head of ${long}`).toBe(true);
    expect(texts['last.xml']).toBe('z');
  });

  it.skipIf(!hasOpenpyxl)('is read by Python, without a time in it (needs python3)', async () => {
    const told = execFileSync(python, ['-c', pythonZip, await written()], { encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual([
      ['first.xml', 1980, '<a/>'.repeat(99)],
      ['sub/long.xml', 1980, `head of ${long}`],
      ['last.xml', 1980, 'z'],
    ]);
  });
});
