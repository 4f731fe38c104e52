import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive, and how its writer tells of it. */
export interface ZipFile {
  readonly name: string;
  readonly content: Buffer;
  /** Packed without it. */
  readonly stored?: boolean;
  /** Checksum and sizes behind the data: with a signature or without, in 4 or in 8 bytes. */
  readonly descriptor?: { readonly signed: boolean; readonly wide: boolean };
  /** Sizes in an extra field, as for a file beyond 4 GB. */
  readonly wide?: boolean;
  readonly encrypted?: boolean;
  /** Instead of the true checksum. */
  readonly crc?: number;
}

const full = 0xffffffff;

/** An archive, in the manner of the many programs that write them. */
export function zip(...files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = file.stored ? file.content : deflateRawSync(file.content);
    const name = Buffer.from(file.name, 'utf8');
    const crc = file.crc ?? crc32(file.content);
    const sizes = { packed: packed.length, size: file.content.length };
    const described = file.descriptor !== undefined;
    const extra = file.wide ? wideField(described ? { packed: 0, size: 0 } : sizes) : Buffer.alloc(0);
    const facts = factsOf(file, described ? 0 : crc, described ? { packed: 0, size: 0 } : sizes, name, extra);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, extra]);
    const behind = file.descriptor ? descriptorOf(file.descriptor, crc, sizes) : Buffer.alloc(0);
    parts.push(local, packed, behind);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const row = factsOf(file, crc, sizes, name, Buffer.alloc(0), false);
    central.push(Buffer.from('PK\x01\x02\x2d\x00', 'latin1'), row, tail, name);
    offset += local.length + packed.length + behind.length;
  }
  const table = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, table, end]);
}

interface Sizes {
  readonly packed: number;
  readonly size: number;
}

function factsOf(
  { stored, descriptor, wide, encrypted }: ZipFile,
  crc: number,
  { packed, size }: Sizes,
  name: Buffer,
  extra: Buffer,
  isLocal = true,
): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(45, 0);
  facts.writeUInt16LE((descriptor ? 8 : 0) | (encrypted ? 1 : 0), 2);
  facts.writeUInt16LE(stored ? 0 : 8, 4);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(wide && isLocal ? full : packed, 14);
  facts.writeUInt32LE(wide && isLocal ? full : size, 18);
  facts.writeUInt16LE(name.length, 22);
  facts.writeUInt16LE(extra.length, 24);
  return facts;
}

function wideField({ packed, size }: Sizes): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}

function descriptorOf(
  { signed, wide }: NonNullable<ZipFile['descriptor']>,
  crc: number,
  { packed, size }: Sizes,
): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc);
  const sizes = Buffer.alloc(wide ? 16 : 8);
  if (wide) {
    sizes.writeBigUInt64LE(BigInt(packed), 0);
    sizes.writeBigUInt64LE(BigInt(size), 8);
  } else {
    sizes.writeUInt32LE(packed, 0);
    sizes.writeUInt32LE(size, 4);
  }
  return Buffer.concat([signed ? Buffer.from('PK\x07\x08', 'latin1') : Buffer.alloc(0), checksum, sizes]);
}
