import { basename } from 'node:path';
import { fileDigest } from '../file-digest.ts';
import type { ManifestFile } from '../manifest.ts';
import { partPath } from '../publish.ts';

/** What the manifest says of a file that is about to be published. */
export async function describe(path: string, rows: number | null): Promise<ManifestFile> {
  return { name: basename(path), ...(await fileDigest(partPath(path))), rows };
}
