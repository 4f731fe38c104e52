import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from '../output/xlsx/zip-reader.ts';
import { unzipCsv } from '../shared/graph/unzip.ts';
import { ZipFault } from '../shared/graph/zip-fault.ts';
import { zipOne } from '../shared/graph/zip-one.ts';
import { type ZipFile, zip } from './fakes/graph/zip.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const plenty = 1e9;

/** Bytes as a network delivers them: cut anywhere. */
async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function unzipped(
  archive: Buffer,
  sizes: readonly number[] = [65_536],
  most = plenty,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unzipCsv(inPieces(archive, sizes), most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const faultOf = async (archive: Buffer, most = plenty): Promise<string> => {
  const failure = await unzipped(archive, [1_000], most).catch((error: unknown) => error);
  return failure instanceof ZipFault ? failure.kind : String(failure);
};

const content = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 0, max: 400_000 }).map((length) => Buffer.alloc(length, 'a;b;c\r\n')),
  fc.integer({ min: 0, max: 200_000 }).map((length) => randomBytes(length)),
);
const described = fc.record({ signed: fc.boolean(), wide: fc.boolean() });
const file: fc.Arbitrary<ZipFile> = fc.oneof(
  fc.record({ name: fc.constant('Report_x.csv'), content, wide: fc.boolean(), stored: fc.boolean() }),
  fc.record({ name: fc.constant('rapport é.CSV'), content, wide: fc.boolean(), descriptor: described }),
);
const pieces = fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 4 });

describe('unpacking the archive of a report', () => {
  it('gives what was packed, whoever packed it and however it travels', async () => {
    await fc.assert(
      fc.asyncProperty(file, pieces, async (packed, sizes) => {
        const small = packed.content.length < 5_000 ? sizes.map((size) => (size % 50) + 1) : sizes;
        expect((await unzipped(zip(packed), small)).equals(packed.content)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never takes a part of an archive for the whole', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.double({ min: 0, max: 1, noNaN: true }), async (packed, share) => {
        const archive = zip(packed);
        const cut = archive.subarray(0, Math.floor(share * (archive.length - 1)));
        expect(await faultOf(cut)).toMatch(/^(truncated|damaged)$/);
      }),
      { numRuns: 150 },
    );
  });

  it('never takes changed data for what was packed', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.nat(), fc.integer({ min: 1, max: 255 }), async (packed, where, change) => {
        fc.pre(packed.content.length > 0);
        const archive = zip(packed);
        const header = 30 + Buffer.byteLength(packed.name) + (packed.wide ? 20 : 0);
        const length = archive.indexOf('PK\x01\x02', header, 'latin1') - header;
        const at = header + (where % length);
        archive.writeUInt8(archive.readUInt8(at) ^ change, at);
        const result = await unzipped(archive).catch((error: unknown) => error);
        // Some bits of packed data do not count: then the content is the very same.
        if (Buffer.isBuffer(result)) expect(result.equals(packed.content)).toBe(true);
        else expect(result).toBeInstanceOf(ZipFault);
      }),
      { numRuns: 200 },
    );
  });

  const csv = { name: 'a.csv', content: Buffer.from('a,b\r\n1,2\r\n') };
  it.each([
    ['a second file', zip(csv, { ...csv, name: 'b.csv' }), 'foreign'],
    ['a file of another kind', zip({ ...csv, name: 'a.json' }), 'foreign'],
    ['no file', zip(), 'foreign'],
    ['a file behind a password', zip({ ...csv, encrypted: true }), 'foreign'],
    ['a web page', Buffer.from('<html>please sign in</html>'), 'foreign'],
    ['nothing', Buffer.alloc(0), 'truncated'],
    ['a wrong checksum', zip({ ...csv, crc: 1 }), 'damaged'],
    [
      'a wrong checksum behind it',
      zip({ ...csv, crc: 1, descriptor: { signed: true, wide: false } }),
      'damaged',
    ],
  ])('refuses an archive with %s', async (_, archive, kind) => {
    expect(await faultOf(archive)).toBe(kind);
  });

  it('stops at the size that is allowed, without unpacking the rest', async () => {
    const bomb = zip({ name: 'a.csv', content: Buffer.alloc(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    let bytes = 0;
    const reading = async () => {
      for await (const chunk of unzipCsv(inPieces(bomb, [1_000]), 1_000_000)) bytes += chunk.length;
    };
    await expect(reading()).rejects.toMatchObject({ kind: 'too-big' });
    expect(bytes).toBeLessThanOrEqual(1_000_000);
  });

  it('stops the source when nobody reads on', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const source = async function* () {
      try {
        yield* inPieces(zip({ name: 'a.csv', content: randomBytes(2_000_000) }), [10_000]);
      } finally {
        end();
      }
    };
    for await (const _ of unzipCsv(source(), plenty)) break;
    await ended; // the test times out if it never is
  });
});

describe('the archives that we write ourselves', () => {
  it('are read back', async () => {
    const bytes = Buffer.from('\uFEFF"é"\r\n');
    expect((await unzipped(zipOne('x.csv', bytes))).equals(bytes)).toBe(true);
  });

  it('are read by their table of contents too', async () => {
    const path = join(temporaryFolder(), 'x.zip');
    writeFileSync(path, zipOne('é.csv', Buffer.from('é,b\r\n')));
    const chunks: string[] = [];
    for await (const chunk of (await readZip(path)).text('é.csv')) chunks.push(chunk);
    expect(chunks.join('')).toBe('é,b\r\n');
  });
});
