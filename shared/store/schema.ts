/** Marks the file as ours, for `file` and for whoever opens it: the letters OBRG. */
export const applicationId = 0x4f425247;

/** Each entry brings the store from the version of its position to the next one; entries are only ever added. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL UNIQUE,
    series TEXT NOT NULL,
    source TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    manifest TEXT NOT NULL
  );
  CREATE INDEX run_of_series ON run (series, id);
  CREATE TABLE series (
    name TEXT PRIMARY KEY,
    headers TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run
  );
  CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    place TEXT,
    hardware TEXT,
    uuid TEXT,
    device TEXT,
    address TEXT,
    cells TEXT NOT NULL,
    first_run INTEGER NOT NULL,
    missing_since INTEGER,
    UNIQUE (series, key)
  );
  CREATE INDEX item_name ON item (series, name COLLATE NOCASE);
  CREATE TABLE change (
    run INTEGER NOT NULL REFERENCES run,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    header TEXT,
    before TEXT,
    after TEXT
  );
  CREATE INDEX change_of_run ON change (run, kind);
  CREATE INDEX change_of_key ON change (key);
  `,
  `
  ALTER TABLE series ADD COLUMN people TEXT NOT NULL DEFAULT 'full';
  ALTER TABLE series ADD COLUMN personal TEXT NOT NULL DEFAULT '{}';
  CREATE TABLE unswept (series TEXT NOT NULL);
  `,
  `
  CREATE TABLE device (
    run INTEGER NOT NULL REFERENCES run,
    key TEXT NOT NULL,
    source_id TEXT NOT NULL,
    name TEXT,
    serials TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    kept_key TEXT,
    matched TEXT,
    former_key TEXT,
    former_name TEXT,
    block INTEGER NOT NULL,
    place INTEGER NOT NULL,
    asset BLOB
  );
  CREATE TABLE block (
    run INTEGER NOT NULL REFERENCES run,
    number INTEGER NOT NULL,
    documents BLOB NOT NULL,
    UNIQUE (run, number)
  );
  CREATE TABLE profile (
    run INTEGER PRIMARY KEY REFERENCES run,
    document TEXT NOT NULL
  );
  `,
  `
  ALTER TABLE item ADD COLUMN absent_on TEXT;
  ALTER TABLE item ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE document (item INTEGER PRIMARY KEY REFERENCES item, asset BLOB NOT NULL);
  CREATE TABLE tombstone (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES item,
    since TEXT NOT NULL,
    absent_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    asset BLOB NOT NULL,
    ended_at TEXT,
    ended_how TEXT,
    ended_account TEXT,
    ended_reason TEXT
  );
  CREATE INDEX tombstone_in_force ON tombstone (series, ended_at);
  CREATE TABLE rename (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES item,
    former TEXT NOT NULL,
    name TEXT NOT NULL,
    since TEXT NOT NULL,
    confirmed_at TEXT,
    account TEXT,
    reason TEXT
  );
  CREATE INDEX rename_of_series ON rename (series, confirmed_at);
  `,
  `
  ALTER TABLE series ADD COLUMN unfilled TEXT NOT NULL DEFAULT '[]';
  `,
  `
  CREATE TABLE section_rows (
    run INTEGER NOT NULL REFERENCES run,
    section TEXT NOT NULL,
    columns TEXT NOT NULL,
    key_at INTEGER NOT NULL,
    first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL,
    rows BLOB NOT NULL
  );
  `,
];
