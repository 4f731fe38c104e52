import { ByteReader } from './byte-reader.ts';
import type { Login } from './login.ts';
import { readParameter } from './parameters.ts';
import type { Call, ParameterValue } from './reply.ts';

const numberedProcedure = 0xffff;
const executeSql = 10;

/** Reads the body of a SQL batch: ALL_HEADERS, then text to the end. */
export function readBatch(body: Buffer, login: Login): Call {
  const sql = body.toString('utf16le', body.readUInt32LE(0));
  return { kind: 'batch', sql, parameters: {}, login };
}

/** Reads the body of an RPC request, MS-TDS 2.2.6.6: the procedure, then its parameters to the end. */
export function readRpc(body: Buffer, login: Login): Call {
  const from = new ByteReader(body.subarray(body.readUInt32LE(0)));
  const procedure = readProcedure(from);
  from.u16();
  const parameters: (readonly [string, ParameterValue])[] = [];
  while (from.left > 0) {
    const name = from.utf16(from.u8()).replace(/^@/, '');
    from.u8();
    parameters.push([name, readParameter(from)]);
  }
  if (procedure.toLowerCase() !== 'sp_executesql')
    return { kind: 'procedure', sql: procedure, parameters: Object.fromEntries(parameters), login };
  const [statement, , ...rest] = parameters;
  return { kind: 'parameterised', sql: String(statement?.[1]), parameters: Object.fromEntries(rest), login };
}

/** What a transaction manager request asks for, by its number in MS-TDS 2.2.6.9. */
const transactionRequests = new Map([
  [5, 'BEGIN TRANSACTION'],
  [7, 'COMMIT TRANSACTION'],
  [8, 'ROLLBACK TRANSACTION'],
]);

/** Reads the body of a transaction manager request; its SQL is the statement that means the same. */
export function readTransaction(body: Buffer, login: Login): Call {
  const request = body.readUInt16LE(body.readUInt32LE(0));
  const sql = transactionRequests.get(request);
  if (sql === undefined) throw new TypeError(`a transaction request of type ${request}`);
  return { kind: 'transaction', sql, parameters: {}, login };
}

function readProcedure(from: ByteReader): string {
  const length = from.u16();
  if (length !== numberedProcedure) return from.utf16(length);
  const id = from.u16();
  return id === executeSql ? 'sp_executesql' : `procedure ${id}`;
}
