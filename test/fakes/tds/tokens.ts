import type { ByteWriter } from './byte-writer.ts';
import { serverVersion } from './prelogin.ts';
import type { SqlMessage } from './reply.ts';
import { collation } from './type-info.ts';

/** Which of the three DONE tokens ends a statement: of a batch, inside a procedure, of a procedure. */
export const doneToken = { batch: 0xfd, procedure: 0xfe, inProcedure: 0xff } as const;
export type DoneToken = (typeof doneToken)[keyof typeof doneToken];

export const doneStatus = { final: 0x00, more: 0x01, error: 0x02, count: 0x10, attention: 0x20 } as const;

const selectCommand = 0xc1;
const serverName = 'SQLTEST';

/** DONE, DONEINPROC or DONEPROC with the rows of its statement. */
export function writeDone(out: ByteWriter, token: DoneToken, status: number, rows = 0): void {
  out.u8(token).u16(status).u16(selectCommand).u64(BigInt(rows));
}

/** ERROR or INFO, told apart by severity. */
export function writeMessage(out: ByteWriter, message: SqlMessage): void {
  writeToken(out, message.severity > 10 ? 0xaa : 0xab, (body) => {
    body.u32(message.number).u8(message.state).u8(message.severity);
    body.longText(message.message).shortText(serverName).shortText('').u32(1);
  });
}

export const environment = { database: 1, language: 2, packetSize: 4, collation: 7 } as const;

/** ENVCHANGE of a value that is text. */
export function writeEnvironment(out: ByteWriter, kind: number, now: string, before: string): void {
  writeToken(out, 0xe3, (body) => body.u8(kind).shortText(now).shortText(before));
}

/** How a transaction changes the environment: begun, committed, rolled back. */
const transactionChanges = new Map([
  ['BEGIN TRANSACTION', 8],
  ['COMMIT TRANSACTION', 9],
  ['ROLLBACK TRANSACTION', 10],
]);
const descriptor = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]);

/** ENVCHANGE of a transaction: its descriptor, which is new when it begins and old when it ends. */
export function writeTransaction(out: ByteWriter, statement: string): void {
  const kind = transactionChanges.get(statement);
  if (kind === undefined) throw new TypeError(`no transaction ends or begins with ${statement}`);
  const [now, before] = kind === 8 ? [descriptor, Buffer.alloc(0)] : [Buffer.alloc(0), descriptor];
  writeToken(out, 0xe3, (body) => body.u8(kind).u8(now.length).bytes(now).u8(before.length).bytes(before));
}

/** ENVCHANGE of the collation. */
export function writeCollation(out: ByteWriter): void {
  writeToken(out, 0xe3, (body) => body.u8(environment.collation).u8(collation.length).bytes(collation).u8(0));
}

/** LOGINACK with the TDS version that the client asked for. */
export function writeLoginAck(out: ByteWriter, tdsVersion: number): void {
  writeToken(out, 0xad, (body) =>
    body.u8(1).u32BigEndian(tdsVersion).shortText('Microsoft SQL Server').bytes(serverVersion),
  );
}

/** SSPI: a step of a Windows login. */
export function writeSspi(out: ByteWriter, data: Buffer): void {
  out.u8(0xed).u16(data.length).bytes(data);
}

/** RETURNSTATUS of a procedure. */
export function writeReturnStatus(out: ByteWriter, status: number): void {
  out.u8(0x79).u32(status);
}

function writeToken(out: ByteWriter, token: number, write: (body: ByteWriter) => void): void {
  out.u8(token);
  const at = out.length;
  out.u16(0);
  write(out);
  out.setU16(at, out.length - at - 2);
}
