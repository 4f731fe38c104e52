import { ByteWriter } from './byte-writer.ts';
import type { Login } from './login.ts';
import { firstPacketSize } from './packet.ts';
import type { SqlMessage } from './reply.ts';
import {
  doneStatus,
  doneToken,
  environment,
  writeCollation,
  writeDone,
  writeEnvironment,
  writeLoginAck,
  writeMessage,
} from './tokens.ts';

const smallestPacket = 512;
const largestPacket = 32767;
const defaultDatabase = 'master';

/** The packet size that the login agrees on, in bytes. */
export function agreedPacketSize(login: Login): number {
  return Math.min(Math.max(login.packetSize || firstPacketSize, smallestPacket), largestPacket);
}

/** Welcomes a client: database, collation, language, version, packet size. */
export function loginAccepted(login: Login): Buffer {
  const out = new ByteWriter();
  const database = login.database || defaultDatabase;
  writeEnvironment(out, environment.database, database, defaultDatabase);
  writeMessage(out, information(5701, 2, `Changed database context to '${database}'.`));
  writeCollation(out);
  writeEnvironment(out, environment.language, 'us_english', '');
  writeMessage(out, information(5703, 1, 'Changed language setting to us_english.'));
  writeLoginAck(out, login.tdsVersion);
  writeEnvironment(out, environment.packetSize, String(agreedPacketSize(login)), String(firstPacketSize));
  writeDone(out, doneToken.batch, doneStatus.final);
  return out.take();
}

/** Turns a client away. */
export function loginRefused(error: SqlMessage): Buffer {
  const out = new ByteWriter();
  writeMessage(out, error);
  writeDone(out, doneToken.batch, doneStatus.error);
  return out.take();
}

const information = (number: number, state: number, message: string): SqlMessage => ({
  number,
  severity: 10,
  state,
  message,
});
