/** One column of an importer file. */
export interface Column {
  readonly header: string;
  /** Longest value that Octopus accepts, in characters; null when it is not documented. */
  readonly maxLength: number | null;
  /** A row without a value here cannot be imported. */
  readonly required: boolean;
  /** No two rows may hold the same value (compared without case). */
  readonly unique: boolean;
}

/** What is to be written: every cell is text, an empty text is an empty cell. */
export interface Table {
  /** Sheet name, of letters, digits, space, hyphen and underscore; `ViewName` repeats it. */
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** May be iterated more than once; gives the same rows each time. */
  rows(): Iterable<readonly string[]>;
}

/** Characters that a format cannot hold and what became of them. */
export interface Replacements {
  /** Cells in which at least one character was replaced. */
  readonly cells: number;
  /** Characters replaced. */
  readonly characters: number;
}

/** What a writer says of a file that it has closed. `digest` covers the cells as written, not the bytes. */
export interface WrittenFile {
  readonly rows: number;
  readonly digest: string;
  readonly replacements: Replacements;
  /** Names of the sheets over which the rows are spread; any other form has the one that its table names. */
  readonly sheets: readonly string[];
  /** Values that the Microsoft driver may cut when it reads the file, by header. */
  readonly mayBeCut: Readonly<Record<string, number>>;
}

/** Writes a table to a file of one format, and reads it back with other code. */
export interface Writer {
  readonly extension: '.xlsx' | '.csv' | '.db' | '.sqlite' | '.mssql';
  /** Resolves once the file is complete and closed; rejects with `OutputError` and may leave a partial file at `path`. */
  write(table: Table, path: string, signal: AbortSignal): Promise<WrittenFile>;
  /** Reads the file back; rejects with `OutputError` when it is not exactly what `write` said it wrote. */
  verify(table: Table, path: string, written: WrittenFile, signal: AbortSignal): Promise<void>;
}
