import type { Database } from 'node-sqlite3-wasm';
import { AssetDocuments, documentColumns } from './asset-documents.ts';
import { documentBytes } from './document.ts';

/** A device whose name is no longer that of the CI that was published of it. */
export interface Rename {
  readonly key: string;
  /** Name of the CI in Octopus. */
  readonly former: string;
  /** Name that the source gives now. */
  readonly name: string;
  /** Whether its row still has the former name. */
  readonly held: boolean;
}

/**
 * Assets that stay and continue a CI of another name. A name that another CI has taken meanwhile says nothing any more.
 * What was told again by its name alone has that name.
 */
const renamed = `
  SELECT asset.seq AS seq, asset.key AS key, i.id AS item, i.name AS former, asset.source_name AS name, asset.held AS held,
    ${documentColumns}
  FROM candidate AS c CROSS JOIN site.item AS i ON i.id = c.item CROSS JOIN asset ON asset.seq = c.seq
  WHERE i.name <> c.name AND asset.verdict IS NULL AND folded(i.name) <> asset.folded_source_name
    AND NOT EXISTS (SELECT 1 FROM site.item AS other WHERE other.series = i.series AND other.name = i.name COLLATE NOCASE
      AND other.missing_since IS NULL AND other.id <> i.id)
  ORDER BY asset.seq`;

/** Gives each renamed asset the name of its CI back, until somebody has said that the CI was renamed. */
export function holdNames(database: Database): void {
  const documents = new AssetDocuments(database);
  for (const { seq, former, ...row } of database.all(renamed)) {
    const name = String(former);
    const asset = documents.asset(row);
    const held = { ...asset, place: { ...asset.place, name } };
    database.run(
      'UPDATE asset SET name = ?1, folded_name = folded(?1), document = ?2, held = 1, revised = 1 WHERE seq = ?3',
      [name, documentBytes(held), Number(seq)],
    );
  }
}

/** Keeps what was renamed in the database of the run, once it is settled who stays. */
export function noteRenames(database: Database): void {
  database.exec(`
    CREATE TABLE planned_rename (item INTEGER PRIMARY KEY, key TEXT NOT NULL, former TEXT NOT NULL, name TEXT NOT NULL,
      held INTEGER NOT NULL);
    INSERT INTO planned_rename SELECT item, key, former, name, held FROM (${renamed})`);
}

/** What `noteRenames` kept, in the order of the CI. */
export function renamesOf(database: Database): Rename[] {
  return database.all('SELECT * FROM planned_rename ORDER BY item').map(({ key, former, name, held }) => ({
    key: String(key),
    former: String(former),
    name: String(name),
    held: held === 1,
  }));
}

/**
 * Writes the names that are held now into the store, as part of its transaction; those that are no longer held are
 * forgotten unless they were confirmed.
 */
export function keepRenames(database: Database, series: string, startedAt: string): void {
  database.run(
    `DELETE FROM site.rename WHERE series = ? AND confirmed_at IS NULL AND NOT EXISTS
       (SELECT 1 FROM planned_rename AS p WHERE p.item = rename.item AND p.name = rename.name AND p.held)`,
    [series],
  );
  database.run(
    `INSERT INTO site.rename (series, item, former, name, since)
     SELECT ?1, p.item, p.former, p.name, ?2 FROM planned_rename AS p WHERE p.held AND NOT EXISTS
       (SELECT 1 FROM site.rename AS r WHERE r.item = p.item AND r.confirmed_at IS NULL)`,
    [series, startedAt],
  );
}
