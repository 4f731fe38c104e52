import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileDigest } from '../file-digest.ts';
import { errorCode, fileFailure } from '../file-failure.ts';
import { type Manifest, manifestSchema } from '../manifest.ts';
import type { Place, Violations } from './violation.ts';

/** The sources as they were read. */
export interface FoundRows {
  readonly sources: readonly { readonly content: string; readonly file: string; readonly rows: number }[];
  /** Files that are missing, or whose rows could not all be counted: they are reported already. */
  readonly unread: ReadonlySet<string>;
  /** Every source was read to its end. */
  readonly complete: boolean;
}

/** Compares a manifest with the files beside it and the rows that were read. Throws `OutputError` on a file it may not read. */
export async function checkManifest(
  path: string,
  importerXml: string,
  { sources, unread, complete }: FoundRows,
  violations: Violations,
): Promise<void> {
  const at = (header: string | null = null): Place => ({
    file: basename(path),
    source: null,
    sheet: null,
    row: null,
    header,
  });
  const manifest = await readManifestFile(path, at(), violations);
  if (!manifest) return;
  const sum = (rows: FoundRows['sources']) => rows.reduce((all, each) => all + each.rows, 0);
  for (const file of manifest.files) {
    const own = sources.filter((source) => source.file === file.name);
    const rows = own.length === 0 || !complete ? file.rows : sum(own);
    if (unread.has(file.name) && !existsSync(join(dirname(path), file.name))) continue;
    if (!(await isSame(join(dirname(path), file.name), file)))
      violations.add('manifest-file', at(file.name), file.name);
    else if (rows !== file.rows)
      violations.add('manifest-rows', at(file.name), String(file.rows), String(rows));
  }
  for (const name of new Set([...sources.map(({ file }) => file), basename(importerXml)]))
    if (!manifest.files.some((file) => file.name === name))
      violations.add('manifest-unlisted', at(name), name);
  const ci = sum(sources.filter(({ content }) => content === 'CI'));
  if (complete && manifest.written !== ci)
    violations.add('manifest-counts', at('written'), String(manifest.written), String(ci));
}

async function readManifestFile(
  path: string,
  place: Place,
  violations: Violations,
): Promise<Manifest | null> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (errorCode(cause) === 'ENOENT') return null;
    throw fileFailure(cause, path);
  });
  if (text === null) {
    violations.add('manifest-missing', place, basename(path));
    return null;
  }
  try {
    const { data, error } = manifestSchema.safeParse(JSON.parse(text));
    if (error) violations.add('manifest-unreadable', place, error.issues[0]?.path.join('.') ?? '');
    return data ?? null;
  } catch (error) {
    violations.add('manifest-unreadable', place, error instanceof Error ? error.message : '');
    return null;
  }
}

async function isSame(path: string, { bytes, sha256 }: Manifest['files'][number]): Promise<boolean> {
  try {
    const found = await fileDigest(path);
    return found.bytes === bytes && found.sha256 === sha256;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false;
    throw fileFailure(cause, path);
  }
}
