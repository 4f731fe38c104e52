import type { ByteWriter } from './byte-writer.ts';
import type { Encoder, Value } from './cell.ts';
import { toCodePage } from './code-page.ts';
import type { SizedType } from './types.ts';

type Encode = (value: NonNullable<Value>) => Buffer;

export const inCodePage: Encode = (value) => toCodePage(String(value));
export const inUtf16: Encode = (value) => Buffer.from(String(value), 'utf16le');

/** char, varchar, binary and their kin: the length in two bytes, or parts for `max`. */
export function sized(type: SizedType, encode: Encode, width: number, filler: number): Encoder {
  if (type.length === 'max') return (out, value) => inParts(out, encode(value));
  const most = type.length * width;
  return (out, value) => {
    const encoded = encode(value);
    if (encoded.length > most) throw new RangeError(`a value is longer than ${type.length}`);
    const fill = type.fixed ? (most - encoded.length) / width : 0;
    out.u16(encoded.length + fill * width).bytes(encoded);
    for (let unit = 0; unit < fill; unit++) out.unsigned(filler, width);
  };
}

/** PLP_BODY: the whole length, parts of any length, an empty part. */
function inParts(out: ByteWriter, encoded: Buffer): void {
  out.u64(BigInt(encoded.length));
  const part = 8000;
  for (let at = 0; at < encoded.length; at += part) {
    const chunk = encoded.subarray(at, at + part);
    out.u32(chunk.length).bytes(chunk);
  }
  out.u32(0);
}

/** text, ntext and image: a text pointer and a time stamp come first. */
export function long(encode: Encode): Encoder {
  const pointer = Buffer.alloc(16, 1);
  const stamp = Buffer.alloc(8);
  return (out, value) => {
    const encoded = encode(value);
    out.u8(pointer.length).bytes(pointer).bytes(stamp).u32(encoded.length).bytes(encoded);
  };
}

/** Bytes as they are, or hexadecimal text with or without 0x. */
export function bytes(value: NonNullable<Value>): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  const hex = typeof value === 'string' ? value.replace(/^0x/i, '') : '';
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{2})*$/i.test(hex))
    throw new TypeError(`not binary: ${String(value)}`);
  return Buffer.from(hex, 'hex');
}

/** The first three groups of a uniqueidentifier travel byte-swapped. */
export function guid(value: NonNullable<Value>): Buffer {
  const hex = String(value).replaceAll(/[{}-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError(`not a uniqueidentifier: ${value}`);
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const straight = Buffer.from(hex, 'hex');
  return Buffer.from(order.map((from) => straight.readUInt8(from)));
}
