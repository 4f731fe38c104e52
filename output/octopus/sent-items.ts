import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { ConfigError, DataError } from '../../shared/errors.ts';
import { fileDigest } from '../file-digest.ts';
import { readFailure } from '../file-failure.ts';
import { importerPaths } from '../importer/target.ts';
import { type Manifest, readManifest } from '../manifest.ts';
import { nameHeader, typeHeader } from '../profile/octopus-headers.ts';
import { csvRows } from '../table/csv.ts';
import { readSheet } from '../verify/sheet-rows.ts';
import { openWorkbook } from '../verify/workbook.ts';
import { messages } from './messages.ts';

/** A row as it was sent to Octopus; an empty cell is null and changes nothing there. */
export interface SentItem {
  readonly name: string;
  readonly serial: string | null;
  readonly type: string | null;
}

/** The rows of a published file, and the manifest that proves them. */
export interface SentItems {
  readonly manifest: Manifest;
  readonly items: readonly SentItem[];
  /** Whether the file has a column of serials. */
  readonly hasSerials: boolean;
}

const serialHeaders = ['NuméroSérie', 'SerialNumber'];

/**
 * Reads a published workbook or CSV that is byte for byte what its manifest says. Throws `ConfigError` on a file that
 * is none, `DataError` on one that has changed since.
 */
export async function sentItems(path: string, signal: AbortSignal): Promise<SentItems> {
  const manifest = manifestOf(path);
  const described = manifest.files.find(({ name }) => name === basename(path));
  const { sha256 } = await fileDigest(path).catch((error) => {
    throw readFailure(error, path);
  });
  if (sha256 !== described?.sha256)
    throw new DataError(messages.fileChanged(path), { hint: messages.publishedHint });
  const rows = /\.csv$/i.test(path) ? csvRows(path, signal) : bookRows(path);
  const { items, hasSerials } = await readItems(rows, path, signal);
  if (items.length !== manifest.written)
    throw new DataError(messages.fileChanged(path), { hint: messages.publishedHint });
  return { manifest, items, hasSerials };
}

function manifestOf(path: string): Manifest {
  const isFile = existsSync(path) && statSync(path).isFile();
  if (!isFile || !/^\.(xlsx|csv)$/i.test(extname(path)))
    throw new ConfigError(messages.notPublished(path), { hint: messages.publishedHint });
  const { manifest } = importerPaths({ path });
  const found = readManifest(manifest);
  if (found?.files.some(({ name }) => name === basename(path))) return found;
  throw new DataError(messages.manifestMissing(manifest), { hint: messages.publishedHint });
}

/** The rows of the CI in a workbook, over all their sheets, the header once; other contents have other headers. */
async function* bookRows(path: string): AsyncGenerator<readonly string[]> {
  const book = await openWorkbook(path);
  let header: string | null = null;
  for (const entry of book.sheets.values()) {
    let isCi: boolean | null = null;
    for await (const rows of readSheet(book, entry, () => {}))
      for (const { cells } of rows) {
        if (isCi === null) {
          isCi = isHeader(cells) && (header === null || header === cells.join('\n'));
          if (isCi && header === null) yield cells;
          if (isCi) header = cells.join('\n');
        } else if (isCi) yield cells;
      }
  }
  if (header === null) yield [];
}

const isHeader = (cells: readonly string[]): boolean =>
  [nameHeader, typeHeader].every(({ fr, en }) => cells.includes(fr) || cells.includes(en));

async function readItems(
  rows: AsyncIterable<readonly string[]>,
  path: string,
  signal: AbortSignal,
): Promise<Omit<SentItems, 'manifest'>> {
  const items: SentItem[] = [];
  let places: Places | null = null;
  try {
    for await (const row of rows) {
      signal.throwIfAborted();
      if (places === null) places = placesIn(row, path);
      else {
        const cell = (place: number) => row[place]?.trim() || null;
        items.push({
          name: cell(places.name) ?? '',
          serial: cell(places.serial),
          type: cell(places.type),
        });
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw readFailure(error, path);
  }
  return { items, hasSerials: (places?.serial ?? -1) >= 0 };
}

/** Places of the columns in a row; -1 for a column that is not there. */
interface Places {
  readonly name: number;
  readonly serial: number;
  readonly type: number;
}

function placesIn(headers: readonly string[], path: string): Places {
  const placeOf = (names: readonly string[]) => headers.findIndex((header) => names.includes(header));
  const places = {
    name: placeOf([nameHeader.fr, nameHeader.en]),
    serial: placeOf(serialHeaders),
    type: placeOf([typeHeader.fr, typeHeader.en]),
  };
  if (places.name >= 0 && places.type >= 0) return places;
  throw new ConfigError(messages.noItems(path), { hint: messages.publishedHint });
}
