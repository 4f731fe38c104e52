import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OutputError } from '../shared/errors.ts';
import { errorCode, fileFailure } from './file-failure.ts';
import { messages } from './messages.ts';

/** Where a file is written before it is published: beside its final place, so that renaming suffices. */
export const partPath = (path: string): string => join(dirname(path), `.${basename(path)}.part`);
/** Where the former file waits until all new ones are in place. */
export const formerPath = (path: string): string => join(dirname(path), `.${basename(path)}.former`);

/**
 * Checks, before any source is read, that these files can be published: their folder exists and can be written to,
 * and each former file is a file that nobody holds. Throws `OutputError`.
 */
export async function prepareTargets(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await checkFolder(dirname(path));
    await attempt(path, async () => {
      const part = partPath(path);
      await (await open(part, 'w')).close();
      await rm(part);
      const former = await statOrNull(path);
      if (former && !former.isFile())
        throw new OutputError(messages.notAFile(path), { hint: messages.notAFileHint });
      // Excel lets others read a workbook that it has open, but not write.
      if (former) await (await open(path, 'r+')).close();
    });
  }
}

async function checkFolder(folder: string): Promise<void> {
  const found = await statOrNull(folder);
  if (!found?.isDirectory())
    throw new OutputError(messages.folderMissing(folder), { hint: messages.folderMissingHint });
}

/** Removes the part files of these paths; there may be none. One that stays is overwritten by the next run. */
export async function removeParts(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(partPath(path), { force: true }).catch(() => {});
}

/** Sets that are published together in one order, `Schema.ini` once, with their manifests last. */
export function inOneOrder(...sets: readonly (readonly string[])[]): {
  readonly paths: readonly string[];
  readonly manifests: number;
} {
  const manifests = sets.flatMap((paths) => paths.slice(-1));
  const files = new Set(sets.toReversed().flatMap((paths) => paths.slice(0, -1)));
  return { paths: [...files, ...manifests], manifests: manifests.length };
}

/**
 * Puts the part files in the place of the published ones, all or none: on a failure every former file is back byte
 * for byte. The last `manifests` paths are manifests; the former ones are gone before the first other file changes, so
 * that a manifest never stands beside files that it does not describe. `move` is the system's rename; `commit` makes rows
 * visible that are no file, when all but the manifests are in place. Throws `OutputError`.
 */
export async function publish(
  paths: readonly string[],
  move: typeof rename = rename,
  manifests = 1,
  commit: () => Promise<void> = async () => {},
): Promise<void> {
  const kept: string[] = [];
  const changed: string[] = [];
  let current = '';
  try {
    for (current of paths) await flush(partPath(current));
    for (current of paths) if (await keepFormer(current)) kept.push(current);
    for (current of paths.slice(-manifests)) {
      await rm(current, { force: true });
      changed.push(current);
    }
    for (current of paths) {
      if (current === paths.at(-manifests)) await commit();
      await move(partPath(current), current);
      changed.push(current);
    }
  } catch (cause) {
    await removeParts(paths);
    await putBack(paths, kept, changed);
    throw fileFailure(cause, current);
  }
  // The run is published: a former file that cannot be removed now is overwritten by the next run.
  for (const path of kept) await rm(formerPath(path), { force: true }).catch(() => {});
}

/** Waits until a file is on the disk, so that no power failure leaves an empty file under a published name. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the published file a second name, or copies it where the file system has no links. False if there is none. */
async function keepFormer(path: string): Promise<boolean> {
  if ((await statOrNull(path)) === null) return false;
  const former = formerPath(path);
  await rm(former, { force: true });
  await link(path, former).catch(() => copyFile(path, former));
  return true;
}

/**
 * Undoes what was done, the manifest last; a file that was never replaced may be in use and is not touched. Throws
 * `OutputError` naming the first file that could not be put back, after having tried all of them.
 */
async function putBack(paths: readonly string[], kept: readonly string[], changed: readonly string[]) {
  const failures: OutputError[] = [];
  for (const path of paths) {
    const former = formerPath(path);
    try {
      if (changed.includes(path)) {
        if (kept.includes(path)) await rename(former, path);
        else await rm(path, { force: true });
      }
      await rm(former, { force: true });
    } catch (cause) {
      const details = { hint: messages.putBackFailedHint, cause };
      if (changed.includes(path))
        failures.push(new OutputError(messages.putBackFailed(path, former), details));
    }
  }
  if (failures[0]) throw failures[0];
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw fileFailure(error, path);
  }
}

async function attempt(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw fileFailure(cause, path);
  }
}
