import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import sqlite from 'node-sqlite3-wasm';

const documents = 1_200;
const megabyte = 1 << 20;

/**
 * A fixed piece of work of the kinds that a run is made of: texts and maps, JSON, rows in a database file, deflating. What
 * it takes tells how fast the machine is at this moment.
 */
export function plainWork(folder: string, turn: number): number {
  const database = new sqlite.Database(join(folder, `plain-${turn}.sqlite`));
  database.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; CREATE TABLE document (body BLOB)');
  const insert = database.prepare('INSERT INTO document VALUES (?)');
  const known = new Map<string, number>();
  database.exec('BEGIN');
  for (let n = 0; n < documents; n += 1) {
    const document = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`field${at}`, at % 3 === 0 ? null : `Value ${n % 50} of ${at}`]),
    );
    for (const value of Object.values(document)) {
      const word = (value ?? '').toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-');
      known.set(word, (known.get(word) ?? 0) + 1);
    }
    insert.run([Buffer.from(JSON.stringify(document))]);
  }
  database.exec('COMMIT');
  insert.finalize();
  let length = 0;
  for (const { body } of database.prepare('SELECT body FROM document').iterate())
    if (body instanceof Uint8Array) length += Object.keys(JSON.parse(Buffer.from(body).toString())).length;
  database.close();
  const text = Buffer.alloc(megabyte, [...known.keys()].join(' '));
  return length + deflateRawSync(text, { level: 1 }).length;
}
