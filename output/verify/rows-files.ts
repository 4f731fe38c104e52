import { errorCode, fileFailure } from '../file-failure.ts';
import { tablesOf } from '../table/sqlite-reader.ts';
import { readCsv } from './csv-rows.ts';
import type { Location } from './location.ts';
import type { FileFault, ReadRow } from './read-row.ts';
import { readSheet } from './sheet-rows.ts';
import { readPages, readSqlite } from './table-rows.ts';
import type { Place, Violations } from './violation.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** Where what is wrong with the rows of a source is told. */
export interface RowsPlaces {
  readonly here: Place;
  /** The tag that names the sheet. */
  readonly view: Place;
}

/** A database that gives the rows of a table, the headers first, some at a time. */
export interface TablePages {
  pages(table: string): AsyncIterable<readonly (readonly unknown[])[]>;
}

/** The files of rows of one set, each opened once. */
export class RowsFiles {
  readonly #violations: Violations;
  readonly #tables: TablePages | undefined;
  readonly #books = new Map<string, Workbook | null>();
  /** Files that are missing, or whose rows could not all be read; each is reported. */
  readonly unread = new Set<string>();

  constructor(violations: Violations, database: TablePages | undefined) {
    this.#violations = violations;
    this.#tables = database;
  }

  /**
   * The rows of a source, up to where its file turns out to be damaged; null where there are none to read. Throws
   * `OutputError` on a file that may not be read.
   */
  async open(
    path: string,
    { kind, file, sheet }: Location,
    { here, view }: RowsPlaces,
    told: (fault: FileFault) => void,
  ): Promise<AsyncIterable<readonly ReadRow[]> | null> {
    if (kind === 'csv') return this.#guarded(readCsv(path, told), here, path);
    if (kind === 'mssql') return this.#tables ? readPages(this.#tables.pages(file)) : null;
    if (kind === 'sqlite') return this.#database(path, sheet ?? '', here, view);
    const book = await this.#book(path, here);
    if (!book) return null;
    const entry = book.sheets.get(sheet ?? '');
    if (entry !== undefined) return this.#guarded(readSheet(book, entry, told), here, path);
    this.unread.add(file);
    this.#violations.add('sheet-missing', view, sheet ?? '', [...book.sheets.keys()].join(', '));
    return null;
  }

  async #database(
    path: string,
    table: string,
    here: Place,
    view: Place,
  ): Promise<AsyncIterable<readonly ReadRow[]> | null> {
    const tables = await tablesOf(path).catch((cause) => this.#reportDamage(cause, here, path));
    if (!tables) return null;
    if (tables.some((name) => name.toLowerCase() === table.toLowerCase()))
      return this.#guarded(readSqlite(path, table), here, path);
    this.unread.add(here.file);
    this.#violations.add('table-missing', view, table, tables.join(', '));
    return null;
  }

  /** Reports the sheets that none of these locations names. */
  checkUnusedSheets(locations: readonly Location[]): void {
    for (const [file, book] of this.#books)
      for (const sheet of book?.sheets.keys() ?? [])
        if (!locations.some((location) => location.file === file && location.sheet === sheet))
          this.#violations.add('sheet-unused', { file, source: null, sheet, row: null, header: null }, sheet);
  }

  async #book(path: string, { file, source }: Place): Promise<Workbook | null> {
    const known = this.#books.get(file);
    if (known !== undefined) return known;
    const book = await openWorkbook(path).catch((cause) => {
      this.#reportDamage(cause, { file, source, sheet: null, row: null, header: null }, path);
      return null;
    });
    this.#books.set(file, book);
    return book;
  }

  async *#guarded(
    batches: AsyncIterable<readonly ReadRow[]>,
    place: Place,
    path: string,
  ): AsyncGenerator<readonly ReadRow[]> {
    try {
      yield* batches;
    } catch (cause) {
      this.#reportDamage(cause, place, path);
    }
  }

  #reportDamage(cause: unknown, place: Place, path: string): void {
    if (errorCode(cause) !== null) throw fileFailure(cause, path);
    this.unread.add(place.file);
    this.#violations.add('workbook-unreadable', place, cause instanceof Error ? cause.message : '');
  }
}
