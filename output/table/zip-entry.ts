import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** Where one file of a ZIP archive lies. */
interface Entry {
  readonly name: string;
  readonly deflated: boolean;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const commentLimit = 65_535;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localLength = 30;

/**
 * Reads one file of a ZIP archive as a stream of UTF-8 text, by the archive's own table of contents. Throws
 * `TypeError` when the archive is damaged or lacks the file.
 */
export async function readZipText(path: string, name: string): Promise<Readable> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const tail = await readAt(handle, Math.max(0, size - endLength - commentLimit), size);
    const entry = contents(await table(handle, tail)).find((each) => each.name === name);
    if (!entry) throw new TypeError(`no ${name} in the archive`);
    const local = await readAt(handle, entry.offset, entry.offset + localLength);
    const start = entry.offset + localLength + local.readUInt16LE(26) + local.readUInt16LE(28);
    return textStream(path, entry, start);
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function readAt(handle: Handle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
  if (bytesRead < buffer.length) throw new TypeError('archive cut short');
  return buffer;
}

/** The bytes of the table of contents. */
async function table(handle: Handle, tail: Buffer): Promise<Buffer> {
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    return readAt(handle, offset, offset + length);
  }
  throw new TypeError('not an archive');
}

function contents(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + entryLength <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new TypeError('archive damaged');
    const nameEnd = at + entryLength + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + entryLength, nameEnd),
      deflated: bytes.readUInt16LE(at + 10) === 8,
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function textStream(path: string, entry: Entry, start: number): Readable {
  if (entry.size === 0) return Readable.from([]);
  const raw = createReadStream(path, { start, end: start + entry.size - 1 });
  const text = entry.deflated ? pipeline(raw, createInflateRaw(), () => {}) : raw;
  return text.setEncoding('utf8');
}
