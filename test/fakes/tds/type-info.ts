import type { ByteWriter } from './byte-writer.ts';
import type { SqlType } from './types.ts';

/** SQL_Latin1_General_CP1_CI_AS: code page 1252. */
export const collation = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

/** Bytes of a number of so many digits, its sign included. */
export const decimalBytes = (precision: number): number =>
  precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;

/** TYPE_INFO of MS-TDS 2.2.5.6, always the nullable form. */
export function writeTypeInfo(out: ByteWriter, type: SqlType): void {
  switch (type.family) {
    case 'integer':
      out.u8(0x26).u8(type.bytes);
      break;
    case 'bit':
      out.u8(0x68).u8(1);
      break;
    case 'float':
      out.u8(0x6d).u8(type.bytes);
      break;
    case 'money':
      out.u8(0x6e).u8(type.bytes);
      break;
    case 'decimal':
      out.u8(type.id).u8(decimalBytes(type.precision)).u8(type.precision).u8(type.scale);
      break;
    case 'guid':
      out.u8(0x24).u8(16);
      break;
    case 'date':
      out.u8(0x28);
      break;
    case 'datetime':
      out.u8(0x6f).u8(type.bytes);
      break;
    case 'datetime2':
      out.u8(0x2a).u8(type.scale);
      break;
    case 'text':
      out.u8(type.id).u16(lengthInBytes(type.length, 1)).bytes(collation);
      break;
    case 'unicode':
      out.u8(type.id).u16(lengthInBytes(type.length, 2)).bytes(collation);
      break;
    case 'binary':
      out.u8(type.id).u16(lengthInBytes(type.length, 1));
      break;
    case 'longText':
      out.u8(0x23).u32(0x7fffffff).bytes(collation).bytes(noTableName);
      break;
    case 'longUnicode':
      out.u8(0x63).u32(0x7ffffffe).bytes(collation).bytes(noTableName);
      break;
    case 'image':
      out.u8(0x22).u32(0x7fffffff).bytes(noTableName);
      break;
  }
}

/** The old long types name their table; ours is one part, empty. */
const noTableName = Buffer.from([1, 0, 0]);
const lengthInBytes = (length: number | 'max', width: number) => (length === 'max' ? 0xffff : length * width);
