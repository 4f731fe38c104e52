import type { ByteReader } from './byte-reader.ts';
import { fromCodePage } from './code-page.ts';
import { day1900, isoText, ticksPerSecond } from './moments.ts';
import type { ParameterValue } from './reply.ts';

const unknownLength = 0xffffffffffffffffn;
const nullLength = 0xffff;
const maxLength = 0xffff;

/** Reads TYPE_INFO and value of one RPC parameter. Throws `TypeError` on a type that no client of ours sends. */
export function readParameter(from: ByteReader): ParameterValue {
  const id = from.u8();
  switch (id) {
    case 0x26:
      return scalar(from, 1, (bytes) => (bytes.length === 8 ? bytes.readBigInt64LE() : integer(bytes)));
    case 0x68:
      return scalar(from, 1, (bytes) => bytes.readUInt8() !== 0);
    case 0x6d:
      return scalar(from, 1, (bytes) => (bytes.length === 8 ? bytes.readDoubleLE() : bytes.readFloatLE()));
    case 0x6a:
    case 0x6c:
      return decimal(from);
    case 0x24:
      return scalar(from, 1, guid);
    case 0x28:
      return scalar(from, 0, (bytes) => isoText({ day: bytes.readUIntLE(0, 3), ticks: 0 }).slice(0, 10));
    case 0x2a:
      return datetime2(from);
    case 0x6f:
      return scalar(from, 1, datetime);
    case 0xa5:
    case 0xad:
      return sized(from, 2, (bytes) => new Uint8Array(bytes));
    case 0xa7:
    case 0xaf:
      return sized(from, 7, fromCodePage);
    case 0xe7:
    case 0xef:
      return sized(from, 7, (bytes) => bytes.toString('utf16le'));
    default:
      throw new TypeError(`the test server reads no parameter of type 0x${id.toString(16)}`);
  }
}

/** A value after its length in one byte, where no length is null; `info` bytes of type come before. */
function scalar<T>(from: ByteReader, info: number, read: (bytes: Buffer) => T): T | null {
  from.bytes(info);
  const length = from.u8();
  return length === 0 ? null : read(from.bytes(length));
}

/** A value after its length in two bytes, or in parts when its type is `max`. */
function sized<T>(from: ByteReader, info: number, read: (bytes: Buffer) => T): T | null {
  const most = from.u16();
  from.bytes(info - 2);
  if (most === maxLength) return inParts(from, read);
  const length = from.u16();
  return length === nullLength ? null : read(from.bytes(length));
}

/** A value in parts, after its whole length. */
export function inParts<T>(from: ByteReader, read: (bytes: Buffer) => T): T | null {
  if (from.u64() === unknownLength) return null;
  const parts: Buffer[] = [];
  for (let length = from.u32(); length > 0; length = from.u32()) parts.push(from.bytes(length));
  return read(Buffer.concat(parts));
}

const integer = (bytes: Buffer) =>
  bytes.length === 1 ? bytes.readUInt8() : bytes.readIntLE(0, bytes.length);

function decimal(from: ByteReader): string | null {
  from.bytes(2);
  const scale = from.u8();
  return scalar(from, 0, (bytes) => {
    const units = bytes.subarray(1).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const digits = units.toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    const sign = bytes.readUInt8() === 0 ? '-' : '';
    return sign + digits.slice(0, point) + (scale === 0 ? '' : `.${digits.slice(point)}`);
  });
}

function datetime2(from: ByteReader): string | null {
  const unit = ticksPerSecond / 10 ** from.u8();
  return scalar(from, 0, (bytes) => {
    const timeLength = bytes.length - 3;
    return isoText({ day: bytes.readUIntLE(timeLength, 3), ticks: bytes.readUIntLE(0, timeLength) * unit });
  });
}

/** datetime in eight bytes, smalldatetime in four. */
function datetime(bytes: Buffer): string {
  if (bytes.length === 4)
    return isoText({
      day: bytes.readUInt16LE() + day1900,
      ticks: bytes.readUInt16LE(2) * 60 * ticksPerSecond,
    });
  const milliseconds = Math.round(bytes.readUInt32LE(4) / 0.3);
  return isoText({ day: bytes.readInt32LE() + day1900, ticks: milliseconds * 10_000 });
}

function guid(bytes: Buffer): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = order.map((at) => bytes.toString('hex', at, at + 1)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .join('-')
    .toUpperCase();
}
