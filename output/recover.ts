import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileDigest } from './file-digest.ts';
import { fileFailure } from './file-failure.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { formerPath, partPath, removeParts } from './publish.ts';

/** What became of a publishing that was killed: finished, taken back, or there was none. */
export type Recovery = 'published' | 'restored' | 'none';

/**
 * Ends a publishing that was killed half-way, before the next one begins: the files become those of the new run if all
 * of them are there, byte for byte as its manifest says, else those of the last one. The last path is the manifest.
 * Throws `OutputError`.
 */
export async function recoverPublishing(paths: readonly string[]): Promise<Recovery> {
  const manifest = paths.at(-1) ?? '';
  try {
    // The former manifest goes before the first file changes, so while there is one nothing was changed, or everything.
    const recovery = existsSync(manifest) ? 'none' : await finishOrRestore(paths, manifest);
    await removeParts(paths);
    for (const path of paths) await rm(formerPath(path), { force: true });
    return recovery;
  } catch (cause) {
    throw fileFailure(cause, manifest);
  }
}

async function finishOrRestore(paths: readonly string[], manifest: string): Promise<Recovery> {
  const written = readManifest(partPath(manifest));
  if (written && (await isComplete(written, dirname(manifest)))) {
    for (const path of paths) if (existsSync(partPath(path))) await rename(partPath(path), path);
    return 'published';
  }
  if (!existsSync(formerPath(manifest))) return 'none';
  for (const path of paths) if (existsSync(formerPath(path))) await rename(formerPath(path), path);
  return 'restored';
}

/** Whether every file that a manifest describes is there, at its place or as a part. */
async function isComplete({ files }: Manifest, folder: string): Promise<boolean> {
  for (const { name, sha256 } of files) {
    const path = join(folder, basename(name));
    const place = existsSync(partPath(path)) ? partPath(path) : path;
    if (!existsSync(place) || (await fileDigest(place)).sha256 !== sha256) return false;
  }
  return true;
}
