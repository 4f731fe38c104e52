import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { crc32, createInflateRaw } from 'node:zlib';

/** The files of a ZIP archive. */
export interface ZipContents {
  readonly names: readonly string[];
  /** One file as UTF-8 text, piece by piece. Throws `TypeError` when it is missing or not what the archive says. */
  text(name: string): AsyncGenerator<string>;
}

/** Where one file of an archive lies. */
interface Entry {
  readonly deflated: boolean;
  readonly crc: number;
  readonly size: number;
  readonly length: number;
  readonly offset: number;
  /** What the header in front of the file must say too: version to size; not compared where ZIP64 tells them apart. */
  readonly facts: Buffer | null;
}

const endSignature = 0x06054b50;
const endLength = 22;
const largeEndSignature = 0x06064b50;
const largeEndLength = 56;
const locatorLength = 20;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;
const deflated = 8;
/** In the place of a number that ZIP64 holds elsewhere. */
const elsewhere = 0xffffffff;
const pieceLength = 65_536;

/** Opens an archive of ours by its own table of contents. Throws `TypeError` when it is damaged or of another kind. */
export async function readZip(path: string): Promise<ZipContents> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const entries = readContents(await readTable(handle, size));
    return { names: [...entries.keys()], text: (name) => readText(path, entries.get(name), name) };
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function readAt(handle: Handle, start: number, length: number): Promise<Buffer> {
  const { size } = await handle.stat();
  // Asked of what a damaged archive says, not only of a short one.
  if (start < 0 || start + length > size) throw new TypeError('archive cut short');
  const buffer = Buffer.alloc(length);
  await handle.read(buffer, 0, length, start);
  return buffer;
}

/** The bytes of the table of contents. */
async function readTable(handle: Handle, size: number): Promise<Buffer> {
  const end = await readAt(handle, size - endLength, endLength);
  if (end.readUInt32LE(0) !== endSignature) throw new TypeError('not an archive');
  const offset = end.readUInt32LE(16);
  if (offset !== elsewhere) return readAt(handle, offset, end.readUInt32LE(12));
  const large = await readAt(handle, size - endLength - locatorLength - largeEndLength, largeEndLength);
  if (large.readUInt32LE(0) !== largeEndSignature) throw new TypeError('not an archive');
  return readAt(handle, Number(large.readBigUInt64LE(48)), Number(large.readBigUInt64LE(40)));
}

function readContents(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < bytes.length; ) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new TypeError('archive damaged');
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28);
    const large = bytes.readUInt32LE(at + 42) === elsewhere;
    const number = (small: number, index: number): number =>
      large ? Number(bytes.readBigUInt64LE(nameEnd + 4 + 8 * index)) : bytes.readUInt32LE(at + small);
    entries.set(bytes.toString('utf8', at + entryLength, nameEnd), {
      deflated: bytes.readUInt16LE(at + 10) === deflated,
      crc: bytes.readUInt32LE(at + 16),
      length: number(24, 0),
      size: number(20, 1),
      offset: number(42, 2),
      facts: large ? null : bytes.subarray(at + 6, at + 30),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function* readText(path: string, entry: Entry | undefined, name: string): AsyncGenerator<string> {
  if (!entry?.deflated) throw new TypeError(`no ${name} in the archive`);
  const start = entry.offset + (await headLength(path, entry, name));
  const raw = createReadStream(path, { start, end: start + entry.size - 1 });
  // The loop below throws what goes wrong.
  const inflated = pipeline(raw, createInflateRaw({ chunkSize: pieceLength }), () => {});
  const decoder = new StringDecoder('utf8');
  let crc = 0;
  let length = 0;
  for await (const bytes of inflated) {
    crc = crc32(bytes, crc);
    length += bytes.length;
    yield decoder.write(bytes);
  }
  if (crc !== entry.crc || length !== entry.length) throw new TypeError(`${name} is damaged`);
}

/** Bytes of the header in front of a file, which must say the same as the table of contents. */
async function headLength(path: string, { offset, facts }: Entry, name: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const head = await readAt(handle, offset, localLength + Buffer.byteLength(name));
    const same = head.readUInt32LE(0) === localSignature && head.toString('utf8', localLength) === name;
    if (!same || (facts && !facts.equals(head.subarray(4, 28)))) throw new TypeError(`${name} is damaged`);
    return head.length + head.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
