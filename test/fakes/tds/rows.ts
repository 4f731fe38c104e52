import type { ByteWriter } from './byte-writer.ts';
import type { Encoder, Value } from './cell.ts';
import type { Column } from './reply.ts';
import { writeTypeInfo } from './type-info.ts';
import { parseType, type SqlType } from './types.ts';
import { encoderOf, writeNull } from './values.ts';

const nullableUpdatable = 0x09;
const token = { columns: 0x81, row: 0xd1, rowWithNullBitmap: 0xd2 } as const;

interface WireColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly encode: Encoder;
}

/** Writes the rows of one result: ROW, and NBCROW for a row that holds a null if `nullBitmap` is on. */
export class RowWriter {
  readonly #columns: readonly WireColumn[];
  readonly #nullBitmap: boolean;

  constructor(columns: readonly Column[], nullBitmap: boolean) {
    this.#columns = columns.map(({ name, type: text }) => {
      const type = parseType(text);
      return { name, type, encode: encoderOf(type) };
    });
    this.#nullBitmap = nullBitmap;
  }

  /** COLMETADATA. */
  writeColumns(out: ByteWriter): void {
    out.u8(token.columns).u16(this.#columns.length);
    for (const { name, type } of this.#columns) {
      out.u32(0).u16(nullableUpdatable);
      writeTypeInfo(out, type);
      out.shortText(name);
    }
  }

  /** One row. A value that does not fit its column throws, and nothing of the row stays in `out`. */
  writeRow(out: ByteWriter, row: readonly Value[]): void {
    if (row.length !== this.#columns.length)
      throw new RangeError(`a row of ${row.length} values for ${this.#columns.length} columns`);
    const start = out.length;
    const bitmap = this.#nullBitmap && row.includes(null);
    if (bitmap) out.u8(token.rowWithNullBitmap).bytes(nullBitmap(row));
    else out.u8(token.row);
    for (const [index, column] of this.#columns.entries()) {
      try {
        writeCell(out, column, row[index] ?? null, bitmap);
      } catch (cause) {
        out.cutTo(start);
        throw new TypeError(`column ${column.name}: ${cause instanceof Error ? cause.message : cause}`, {
          cause,
        });
      }
    }
  }
}

function writeCell(out: ByteWriter, column: WireColumn, value: Value, bitmap: boolean): void {
  if (value !== null) column.encode(out, value);
  else if (!bitmap) writeNull(out, column.type);
}

/** One bit a column, the first column lowest; set where the value is null. */
function nullBitmap(row: readonly Value[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(row.length / 8));
  for (const [index, value] of row.entries()) {
    const at = index >> 3;
    if (value === null) bits.writeUInt8(bits.readUInt8(at) | (1 << (index & 7)), at);
  }
  return bits;
}
