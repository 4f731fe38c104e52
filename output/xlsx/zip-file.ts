import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinedCrc } from './crc.ts';
import { compression, type DeflatedText } from './growing-part.ts';

/** One file of an archive: a text, which goes on with one that is deflated already. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly rest: DeflatedText | null;
}

/** From this size or offset on, a number takes the fields of ZIP64. */
export const zip64From = 0xffffffff;

/** 1 January 1980, which Excel writes too: the clock leaves no trace. */
const writtenOn = 0x0021;
const deflated = 8;

/**
 * Writes an archive as Excel does: sizes before the content, no time. `from` is where ZIP64 begins. Calls `pause`
 * before each entry; rejects with what it throws or with the failure of the file system.
 */
export async function writeZip(
  path: string,
  entries: readonly ZipEntry[],
  pause: () => void,
  from = zip64From,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    const contents: Buffer[] = [];
    let offset = 0;
    for (const entry of entries) {
      pause();
      const { size, content } = await writeEntry(file, entry, offset, from);
      contents.push(content);
      offset += size;
    }
    const table = Buffer.concat(contents);
    await file.writeFile(Buffer.concat([table, endOf(entries.length, table.length, offset, from)]));
  } finally {
    await file.close();
  }
}

/** What both headers of an entry say. */
interface Facts {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly length: number;
}

async function writeEntry(file: FileHandle, { name, text, rest }: ZipEntry, offset: number, from: number) {
  const bytes = Buffer.from(text);
  // A text that goes on is not marked as ended: the rest follows as more of the same.
  const finishFlush = rest ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  const start = deflateRawSync(bytes, { level: compression, finishFlush });
  const facts: Facts = {
    name: Buffer.from(name),
    crc: rest ? joinedCrc(crc32(bytes), rest.crc, rest.length) : crc32(bytes),
    size: start.length + (rest?.size ?? 0),
    length: bytes.length + (rest?.length ?? 0),
  };
  const head = localHeader(facts, from);
  await file.writeFile(Buffer.concat([head, start]));
  if (rest) for await (const piece of createReadStream(rest.path)) await file.writeFile(piece);
  return { size: head.length + facts.size, content: contentsHeader(facts, offset, from) };
}

function localHeader(facts: Facts, from: number): Buffer {
  const large = Math.max(facts.size, facts.length) >= from;
  const extra = large ? largeNumbers(facts.length, facts.size) : Buffer.alloc(0);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeFacts(head, 4, facts, large, extra.length);
  return Buffer.concat([head, facts.name, extra]);
}

/** The line of an entry in the table of contents. */
function contentsHeader(facts: Facts, offset: number, from: number): Buffer {
  const large = Math.max(facts.size, facts.length, offset) >= from;
  const extra = large ? largeNumbers(facts.length, facts.size, offset) : Buffer.alloc(0);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(large ? 45 : 20, 4);
  writeFacts(head, 6, facts, large, extra.length);
  head.writeUInt32LE(large ? 0xffffffff : offset, 42);
  return Buffer.concat([head, facts.name, extra]);
}

function writeFacts(head: Buffer, at: number, facts: Facts, large: boolean, extraLength: number): void {
  head.writeUInt16LE(large ? 45 : 20, at);
  head.writeUInt16LE(deflated, at + 4);
  head.writeUInt16LE(writtenOn, at + 8);
  head.writeUInt32LE(facts.crc, at + 10);
  head.writeUInt32LE(large ? 0xffffffff : facts.size, at + 14);
  head.writeUInt32LE(large ? 0xffffffff : facts.length, at + 18);
  head.writeUInt16LE(facts.name.length, at + 22);
  head.writeUInt16LE(extraLength, at + 24);
}

/** The field of ZIP64 that holds the numbers too large for a header, in the order of the standard. */
function largeNumbers(...numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(0x0001, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return field;
}

/** The end of an archive whose table of contents of `length` bytes is at `offset`. */
function endOf(count: number, length: number, offset: number, from: number): Buffer {
  const large = offset >= from;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(large ? 0xffffffff : offset, 16);
  return large ? Buffer.concat([largeEnd(count, length, offset), end]) : end;
}

/** The end of ZIP64 and where it is. */
function largeEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
