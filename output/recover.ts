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
 * of them are there, byte for byte as its manifests say, else those of the last one. `paths` and `manifests` are those of
 * `publish`; `isCommitted` tells whether rows that are no file are those of a run. Throws `OutputError`.
 */
export async function recoverPublishing(
  paths: readonly string[],
  manifests = 1,
  isCommitted: (runId: string) => Promise<boolean> | boolean = () => true,
): Promise<Recovery> {
  const last = paths.at(-1) ?? '';
  try {
    // It is the last of the manifests to go, before the first file changes, and the last file to come: while it is there,
    // all is as it was but for the other manifests, or all is new.
    const recovery = existsSync(last)
      ? await restore(paths.slice(-manifests).filter((path) => !existsSync(path)))
      : await finishOrRestore(paths, manifests, isCommitted);
    await removeParts(paths);
    for (const path of paths) await rm(formerPath(path), { force: true });
    return recovery;
  } catch (cause) {
    throw fileFailure(cause, last);
  }
}

async function finishOrRestore(
  paths: readonly string[],
  manifests: number,
  isCommitted: (runId: string) => Promise<boolean> | boolean,
): Promise<Recovery> {
  const written = readManifest(partPath(paths.at(-1) ?? ''));
  if (written && (await areComplete(paths.slice(-manifests))) && (await isCommitted(written.runId))) {
    for (const path of paths) if (existsSync(partPath(path))) await rename(partPath(path), path);
    return 'published';
  }
  return existsSync(formerPath(paths.at(-1) ?? '')) ? restore(paths) : 'none';
}

/** Gives back the former files that there are. */
async function restore(paths: readonly string[]): Promise<Recovery> {
  const former = paths.filter((path) => existsSync(formerPath(path)));
  for (const path of former) await rename(formerPath(path), path);
  return former.length > 0 ? 'restored' : 'none';
}

/** Whether the files of every manifest that waits to be published are all there. */
async function areComplete(manifests: readonly string[]): Promise<boolean> {
  for (const path of manifests.filter((each) => existsSync(partPath(each)))) {
    const written = readManifest(partPath(path));
    if (!written || !(await isComplete(written, dirname(path)))) return false;
  }
  return true;
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
