import type { ByteWriter } from './byte-writer.ts';
import type { Encoder } from './cell.ts';
import { bit, decimal, float, integer, money } from './number-values.ts';
import { bytes, guid, inCodePage, inUtf16, long, sized } from './text-values.ts';
import { date, datetime, datetime2, smallDatetime } from './time-values.ts';
import type { SqlType } from './types.ts';

/** The encoder of a type, MS-TDS 2.2.5.5. */
export function encoderOf(type: SqlType): Encoder {
  switch (type.family) {
    case 'integer':
      return integer(type.bytes);
    case 'bit':
      return bit;
    case 'float':
      return float(type.bytes);
    case 'money':
      return money(type.bytes);
    case 'decimal':
      return decimal(type.precision, type.scale);
    case 'guid':
      return (out, value) => out.u8(16).bytes(guid(value));
    case 'date':
      return date;
    case 'datetime':
      return type.bytes === 4 ? smallDatetime : datetime;
    case 'datetime2':
      return datetime2(type.scale);
    case 'text':
      return sized(type, inCodePage, 1, 0x20);
    case 'unicode':
      return sized(type, inUtf16, 2, 0x20);
    case 'binary':
      return sized(type, bytes, 1, 0);
    case 'longText':
      return long(inCodePage);
    case 'longUnicode':
      return long(inUtf16);
    case 'image':
      return long(bytes);
  }
}

/** A null in a ROW token; NBCROW leaves nulls out altogether. */
export function writeNull(out: ByteWriter, type: SqlType): void {
  const sizedFamily = type.family === 'text' || type.family === 'unicode' || type.family === 'binary';
  if (!sizedFamily) out.u8(0);
  else if (type.length === 'max') out.u64(0xffffffffffffffffn);
  else out.u16(0xffff);
}
