import type { ByteReader } from './zip-bytes.ts';
import { ZipFault } from './zip-fault.ts';

/** Checksum and sizes of a member. */
export interface Measured {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** What stands before a member; `described`: checksum and sizes stand behind it instead. */
export interface ZipHeader extends Measured {
  readonly deflated: boolean;
  readonly described: boolean;
}

const localSignature = 0x04034b50;
const localLength = 30;
const centralSignature = 0x02014b50;
const descriptorSignature = 0x08074b50;
const endSignature = Buffer.from('PK\x05\x06', 'latin1');
/** How every further part of an archive begins. */
const anySignature = 0x4b50;
const wideTag = 0x0001;
const wide = 0xffffffff;
/** The table of contents of one file, with room for a comment. */
const mostRestBytes = 256 * 1024;

/** Reads what stands before the first member, which must be a CSV file. Throws `ZipFault`. */
export async function readHeader(bytes: ByteReader): Promise<ZipHeader> {
  if ((await bytes.peek(4)).length < 4) throw new ZipFault('truncated', 'header');
  if ((await bytes.peek(4)).readUInt32LE(0) !== localSignature) throw new ZipFault('foreign', 'no file');
  const fixed = await bytes.take(localLength);
  const flags = fixed.readUInt16LE(6);
  const method = fixed.readUInt16LE(8);
  const name = (await bytes.take(fixed.readUInt16LE(26))).toString('utf8');
  const extra = await bytes.take(fixed.readUInt16LE(28));
  const described = (flags & 8) !== 0;
  const deflated = method === 8;
  if (!/\.csv$/i.test(name) || (flags & 1) !== 0) throw new ZipFault('foreign', name.slice(0, 80));
  if (!deflated && (method !== 0 || described)) throw new ZipFault('foreign', `method ${method}`);
  const sizes = { packed: fixed.readUInt32LE(18), size: fixed.readUInt32LE(22) };
  return { deflated, described, crc: fixed.readUInt32LE(14), ...wideSizes(extra, sizes) };
}

/** Sizes beyond 4 GB are in an extra field, the unpacked one first, each only where the short one is full. */
function wideSizes(extra: Buffer, { packed, size }: Omit<Measured, 'crc'>): Omit<Measured, 'crc'> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== wideTag) continue;
    const values = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    const needed = [size, packed].filter((value) => value === wide).length;
    if (values.length < needed * 8) throw new ZipFault('damaged', 'extra field');
    const [first, second] = [0, 8].map((place) =>
      place < needed * 8 ? Number(values.readBigUInt64LE(place)) : 0,
    );
    return size === wide
      ? { size: first ?? 0, packed: packed === wide ? (second ?? 0) : packed }
      : { size, packed: packed === wide ? (first ?? 0) : packed };
  }
  return { packed, size };
}

/**
 * Takes what stands behind a member, if it agrees with what was measured. Writers differ: with or without a signature,
 * sizes in 4 or 8 bytes.
 */
export async function takeDescriptor(bytes: ByteReader, measured: Measured): Promise<boolean> {
  for (const signed of [true, false])
    for (const width of [4, 8]) {
      const start = signed ? 4 : 0;
      const length = start + 4 + 2 * width;
      const found = await bytes.peek(length + 2);
      if (found.length < length + 2 || found.readUInt16LE(length) !== anySignature) continue;
      const sizeAt = (at: number) =>
        width === 4 ? found.readUInt32LE(at) : Number(found.readBigUInt64LE(at));
      const agrees =
        (!signed || found.readUInt32LE(0) === descriptorSignature) &&
        found.readUInt32LE(start) === measured.crc &&
        sizeAt(start + 4) === measured.packed &&
        sizeAt(start + 4 + width) === measured.size;
      if (!agrees) continue;
      await bytes.take(length);
      return true;
    }
  return false;
}

/** Reads to the end of the archive: its table of contents, which must hold no further member. Throws `ZipFault`. */
export async function readRest(bytes: ByteReader): Promise<void> {
  const rest = await bytes.peek(mostRestBytes);
  if (rest.length < 4) throw new ZipFault('truncated', 'table of contents');
  if (rest.readUInt32LE(0) === localSignature) throw new ZipFault('foreign', 'a second file');
  if (rest.readUInt32LE(0) !== centralSignature) throw new ZipFault('damaged', 'table of contents');
  const end = rest.lastIndexOf(endSignature);
  if (end < 0 || end + 22 > rest.length) throw new ZipFault('truncated', 'end of the archive');
  if (rest.readUInt16LE(end + 10) !== 1) throw new ZipFault('foreign', 'a second file');
}
