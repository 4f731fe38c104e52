import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { crc32, createInflateRaw } from 'node:zlib';

/** A ZIP archive, whatever program wrote it. */
export interface Archive {
  readonly names: readonly string[];
  /** One file as UTF-8 text, piece by piece. Throws `TypeError` when it is missing or its checksum is wrong. */
  text(name: string): AsyncGenerator<string>;
}

/** Where one file of an archive lies. */
interface Entry {
  readonly isDeflated: boolean;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const commentLimit = 65_535;
const largeEndSignature = 0x06064b50;
const largeEndLength = 56;
const locatorLength = 20;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localLength = 30;
/** In the place of a number that ZIP64 holds elsewhere. */
const elsewhere = 0xffffffff;

/** Opens an archive by its own table of contents. Throws `TypeError` or `RangeError` when it is damaged or none. */
export async function openArchive(path: string): Promise<Archive> {
  const handle = await open(path, 'r');
  try {
    const entries = readEntries(await readTable(handle));
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

/** The bytes of the table of contents; a comment may stand behind what says where it is. */
async function readTable(handle: Handle): Promise<Buffer> {
  const { size } = await handle.stat();
  const from = Math.max(0, size - endLength - commentLimit);
  const tail = await readAt(handle, from, size - from);
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const offset = tail.readUInt32LE(at + 16);
    if (offset !== elsewhere) return readAt(handle, offset, tail.readUInt32LE(at + 12));
    const large = await readAt(handle, from + at - locatorLength - largeEndLength, largeEndLength);
    if (large.readUInt32LE(0) !== largeEndSignature) break;
    return readAt(handle, Number(large.readBigUInt64LE(48)), Number(large.readBigUInt64LE(40)));
  }
  throw new TypeError('not an archive');
}

function readEntries(table: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + entryLength <= table.length; ) {
    if (table.readUInt32LE(at) !== entrySignature) throw new TypeError('archive damaged');
    const nameEnd = at + entryLength + table.readUInt16LE(at + 28);
    const extraEnd = nameEnd + table.readUInt16LE(at + 30);
    const [, size = 0, offset = 0] = largeNumbers(table.subarray(nameEnd, extraEnd), [
      table.readUInt32LE(at + 24),
      table.readUInt32LE(at + 20),
      table.readUInt32LE(at + 42),
    ]);
    entries.set(table.toString('utf8', at + entryLength, nameEnd), {
      isDeflated: table.readUInt16LE(at + 10) === 8,
      crc: table.readUInt32LE(at + 16),
      size,
      offset,
    });
    at = extraEnd + table.readUInt16LE(at + 32);
  }
  return entries;
}

/** Length, size and offset, each read from the extra field of ZIP64 where its own place says so, in this order. */
function largeNumbers(extra: Buffer, numbers: readonly number[]): number[] {
  let next = 4;
  while (next <= extra.length && extra.readUInt16LE(next - 4) !== 1) next += 4 + extra.readUInt16LE(next - 2);
  return numbers.map((number) => {
    if (number !== elsewhere) return number;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
}

async function* readText(path: string, entry: Entry | undefined, name: string): AsyncGenerator<string> {
  if (!entry) throw new TypeError(`no ${name} in the archive`);
  const start = entry.offset + (await headLength(path, entry));
  const decoder = new StringDecoder('utf8');
  let crc = 0;
  if (entry.size > 0) {
    const raw = createReadStream(path, { start, end: start + entry.size - 1 });
    // The loop below throws what goes wrong.
    const bytes = entry.isDeflated ? pipeline(raw, createInflateRaw({ chunkSize: 65_536 }), () => {}) : raw;
    for await (const piece of bytes) {
      crc = crc32(piece, crc);
      yield decoder.write(piece);
    }
  }
  if (crc !== entry.crc) throw new TypeError(`${name} is damaged`);
}

/** Bytes of the header in front of a file. */
async function headLength(path: string, { offset }: Entry): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const head = await readAt(handle, offset, localLength);
    return localLength + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
