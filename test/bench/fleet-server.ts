import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { sccmFleet } from '../fakes/sccm-fleet.ts';
import { catalogueOf, sccm } from '../fakes/sql-bridge.ts';
import { startTdsServer } from '../fakes/tds/server.ts';
import { sqliteAnswer } from '../fakes/tds/sqlite-answer.ts';
import { EncodedFleet } from './encoded-fleet.ts';

/**
 * A SQL Server with a whole SCCM site of generated machines, in a process of its own: `fleet-server.js DEVICES FOLDER`.
 * Tells its port, and how many rows it has, to the parent process once all are encoded.
 */
const [devices = '', folder = ''] = process.argv.slice(2);
const types = catalogueOf(sccm);
const fleet = new EncodedFleet('sccm', Number(devices), sccmFleet, types, join(folder));
/** Answers the catalogue, and complains of any query that is not the bridge's. */
const others = sqliteAnswer(new sqlite.Database(':memory:'), types);
const server = await startTdsServer({ answer: (call) => fleet.answer(call.sql) ?? others(call) });
process.send?.({ port: server.port, rows: fleet.rows });
process.once('disconnect', () => process.exit());
