import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { errorCode, fileFailure } from '../file-failure.ts';
import type { Profile } from '../profile/profile.ts';
import type { WrittenFile } from '../table/writer.ts';
import { type ContentDigest, contentDigest } from './content-digest.ts';
import { contentMeant, readImporterXml, type SourceEntry } from './importer-xml.ts';
import { type Location, locationOf, sameFolder } from './location.ts';
import { checkManifest } from './manifest-check.ts';
import type { FileFault } from './read-row.ts';
import { RowsFiles, type TablePages } from './rows-files.ts';
import { checkSchemaSection, readSchemaSection, textLimit } from './schema-ini.ts';
import { checkRows, type RowsSource } from './source-rows.ts';
import { UsedValues } from './used-values.ts';
import { type Place, Violations } from './violation.ts';

/** A set of importer files to verify. */
export interface VerifyRequest {
  /** The configuration; the files that it names lie beside it. */
  readonly importerXml: string;
  /** Where a file of the set lies now: elsewhere than its name says before it is published. */
  readonly at: (path: string) => string;
  /** What is known of the Octopus that will import it; null for nothing. */
  readonly profile: Profile | null;
  /** Folder of the files as DataImporter sees it. */
  readonly folder: string;
  /** What the writer says of each content, before they are published; null for a published set, which has a manifest. */
  readonly written: ReadonlyMap<string, Pick<WrittenFile, 'rows' | 'digest'>> | null;
  /** How many violations of one rule and column are kept; all are counted. */
  readonly limit: number;
  /** Where the rows of SQL Server are read while they are written; they are not read once published. */
  readonly database?: TablePages;
  readonly signal: AbortSignal;
}

/** What verifying a set found. */
export interface Verification {
  readonly violations: Violations;
  /** Rows that were read, by source, the CI first. */
  readonly sources: readonly VerifiedSource[];
}

/** A source whose rows were read. */
export interface VerifiedSource {
  readonly name: string;
  readonly content: string;
  readonly file: string;
  readonly rows: number;
}

/** The configuration that belongs to a file of a set. */
export const importerXmlOf = (path: string): string =>
  join(dirname(path), `${basename(path, extname(path))}.xml`);

/**
 * Reads a set of importer files as DataImporter will, each once, and reports every rule that they break. Throws
 * `OutputError` on a file that may not be read, `Interrupted` when the signal says so.
 */
export async function verifySet(request: VerifyRequest): Promise<Verification> {
  const violations = new Violations(request.limit);
  const set = new SetPass(request, violations);
  return { violations, sources: await set.run() };
}

/** A source with where its rows lie. */
interface LocatedSource {
  readonly entry: SourceEntry;
  readonly location: Location;
}

class SetPass {
  readonly #request: VerifyRequest;
  readonly #violations: Violations;
  readonly #used = new UsedValues();
  readonly #files: RowsFiles;
  readonly #sources: VerifiedSource[] = [];
  readonly #digests = new Map<string, ContentDigest>();
  readonly #fileFaults: (FileFault & { readonly place: Place })[] = [];

  constructor(request: VerifyRequest, violations: Violations) {
    this.#request = request;
    this.#violations = violations;
    this.#files = new RowsFiles(violations, request.database);
  }

  async run(): Promise<readonly VerifiedSource[]> {
    const { importerXml, at, written } = this.#request;
    const bytes = await readFile(at(importerXml)).catch((cause) => {
      if (errorCode(cause) === 'ENOENT') return null;
      throw fileFailure(cause, importerXml);
    });
    if (bytes === null) {
      this.#violations.add('xml-missing', this.#place(importerXml), basename(importerXml));
      return [];
    }
    const entries = readImporterXml(bytes, basename(importerXml), this.#violations);
    const sources = this.#located(entries);
    for (const source of sources) await this.#checkSource(source);
    const complete = sources.length > 0 && sources.length === entries.length && this.#files.unread.size === 0;
    if (complete) this.#files.checkUnusedSheets(sources.map(({ location }) => location));
    this.#reportFileFaults();
    if (written === null) {
      const manifest = importerXml.replace(/\.xml$/i, '.manifest.json');
      const found = { sources: this.#sources, unread: this.#files.unread, complete };
      await checkManifest(manifest, importerXml, found, this.#violations);
    }
    return this.#sources;
  }

  /** The CI first, because others name them; else in the order of the file. */
  #located(entries: readonly SourceEntry[]): LocatedSource[] {
    const file = basename(this.#request.importerXml);
    const readsServer = this.#request.database !== undefined;
    const sources = entries.flatMap((entry) => {
      const location = locationOf(entry, file, readsServer, this.#violations);
      return location ? [{ entry, location }] : [];
    });
    const isCi = ({ entry }: LocatedSource) => contentMeant(tagOf(entry, 'Content'))?.name === 'CI';
    return [...sources.filter(isCi), ...sources.filter((source) => !isCi(source))];
  }

  async #checkSource({ entry, location }: LocatedSource): Promise<void> {
    const { importerXml, at, folder, profile, signal } = this.#request;
    const path = join(dirname(importerXml), location.file);
    const here = this.#place(path, entry.name, location.sheet);
    const inXml = (tag: string): Place => ({
      ...this.#place(importerXml, entry.name),
      row: entry.tags.find(({ name }) => name === tag)?.line ?? null,
      header: tag,
    });
    if (location.kind !== 'mssql' && !existsSync(at(path))) {
      this.#files.unread.add(location.file);
      return this.#violations.add('rows-file-missing', inXml('ConnectionString'), location.file);
    }
    if (location.kind !== 'mssql' && !sameFolder(location.folder, folder))
      this.#violations.add('folder-elsewhere', inXml('ConnectionString'), location.folder, folder);
    const meant = contentMeant(tagOf(entry, 'Content'));
    const content = meant?.name ?? tagOf(entry, 'Content');
    const source: RowsSource = {
      kind: location.kind,
      at: here,
      content: meant,
      profile,
      digest: this.#digestOf(content),
      tag: (name) => tagOf(entry, name),
      used: this.#used,
      name: entry.name,
      textColumns: await this.#schemaCheck(location, content === 'CI' ? profile : null),
    };
    const told = (fault: FileFault) => this.#fileFaults.push({ ...fault, place: here });
    const batches = await this.#files.open(at(path), location, { here, view: inXml('ViewName') }, told);
    if (!batches) return;
    const read = await checkRows(batches, source, this.#violations, signal);
    if (!read.hasHeader && !this.#files.unread.has(location.file))
      this.#violations.add('header-missing', here);
    this.#sources.push({ name: entry.name, content, file: location.file, rows: read.rows });
  }

  #digestOf(content: string): ContentDigest {
    const digest = this.#digests.get(content) ?? contentDigest();
    this.#digests.set(content, digest);
    return digest;
  }

  /** What is known of a file once all rows of its content were compared with those that were written. */
  #reportFileFaults(): void {
    const { written, importerXml } = this.#request;
    const proved = new Set<string>();
    for (const [content, { rows, digest }] of written ?? []) {
      const read = this.#digestOf(content);
      const file = this.#sources.find((source) => source.content === content)?.file ?? importerXml;
      if (rows === read.rows && digest === read.value()) proved.add(file);
      else this.#violations.add('file-differs', this.#place(file), basename(file));
    }
    // Bytes that mean what was written are in the right encoding, even where another one fits them too.
    for (const { code, line, value, expected, place } of this.#fileFaults)
      if (!(code === 'csv-encoding' && proved.has(place.file)))
        this.#violations.add(code, { ...place, row: line }, value, expected);
  }

  /** `profile`: what tells which columns are long, where it describes these rows. */
  async #schemaCheck({ kind, file }: Location, profile: Profile | null): Promise<RowsSource['textColumns']> {
    if (kind !== 'csv') return () => new Set();
    const path = join(dirname(this.#request.importerXml), 'Schema.ini');
    const place = this.#place(path);
    const section = await readSchemaSection(this.#request.at(path), file, place, this.#violations);
    const mayBeLong = (header: string) =>
      (profile?.ci.columns.find((column) => column.header === header)?.maxLength ?? 0) > textLimit;
    return (headers) =>
      section ? checkSchemaSection(section, headers, mayBeLong, place, this.#violations) : new Set();
  }

  #place(path: string, source: string | null = null, sheet: string | null = null): Place {
    return { file: basename(path), source, sheet, row: null, header: null };
  }
}

const tagOf = (entry: SourceEntry, tag: string): string =>
  entry.tags.find(({ name }) => name === tag)?.value ?? '';
