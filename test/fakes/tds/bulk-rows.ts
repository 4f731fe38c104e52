import { ByteReader } from './byte-reader.ts';
import { inParts } from './parameters.ts';
import type { ParameterValue } from './reply.ts';

const token = { columns: 0x81, row: 0xd1, done: 0xfd } as const;
const type = { integer: 0x26, unicode: 0xe7 } as const;
const longest = 0xffff;
const nullLength = 0xffff;

interface BulkColumn {
  readonly name: string;
  readonly read: (from: ByteReader) => ParameterValue;
}

/** Reads the message of a bulk load, MS-TDS 2.2.6.1: COLMETADATA, a ROW for each row, DONE. A client may send no row. */
export function readBulk(body: Buffer): Record<string, ParameterValue>[] {
  const from = new ByteReader(body);
  let columns: BulkColumn[] = [];
  const rows: Record<string, ParameterValue>[] = [];
  for (let next = from.u8(); next !== token.done; next = from.u8()) {
    if (next === token.columns) columns = Array.from({ length: from.u16() }, () => readColumn(from));
    else if (next === token.row)
      rows.push(Object.fromEntries(columns.map(({ name, read }) => [name, read(from)])));
    else throw new TypeError(`a bulk load with a token 0x${next.toString(16)}`);
  }
  return rows;
}

function readColumn(from: ByteReader): BulkColumn {
  from.bytes(6);
  const read = valueReader(from);
  return { name: from.utf16(from.u8()), read };
}

/** Reads TYPE_INFO, and says how its values are read. */
function valueReader(from: ByteReader): BulkColumn['read'] {
  const id = from.u8();
  if (id === type.integer) {
    from.u8();
    return (values) => {
      const length = values.u8();
      return length === 0 ? null : values.bytes(length).readIntLE(0, length);
    };
  }
  if (id !== type.unicode)
    throw new TypeError(`the test server reads no bulk column of type 0x${id.toString(16)}`);
  const most = from.u16();
  from.bytes(5);
  const text = (bytes: Buffer) => bytes.toString('utf16le');
  if (most === longest) return (values) => inParts(values, text);
  return (values) => {
    const length = values.u16();
    if (length === nullLength) return null;
    if (length > most) throw new RangeError(`a value of ${length} bytes in a column of ${most}`);
    return text(values.bytes(length));
  };
}
