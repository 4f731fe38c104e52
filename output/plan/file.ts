import { createWriteStream } from 'node:fs';
import { access, constants, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConfigError, OutputError } from '../../shared/errors.ts';
import type { Language } from '../../shared/text.ts';
import { errorCode, fileFailure, stopIfAborted } from '../file-failure.ts';
import { type ImporterTarget, importerPaths, publishingOrder } from '../importer/target.ts';
import { readManifest } from '../manifest.ts';
import { messages as outputMessages } from '../messages.ts';
import { partPath } from '../publish.ts';
import { jsonPlan } from './json.ts';
import { messages } from './messages.ts';
import { pagePlan } from './page.ts';
import type { Plan } from './plan.ts';
import { writeWorkbook } from './workbook.ts';

type PlanWriter = (plan: Plan, path: string, language: Language, signal: AbortSignal) => Promise<void>;

const writers: Readonly<Record<string, PlanWriter>> = {
  '.xlsx': writeWorkbook,
  '.html': (plan, path, language, signal) => writePieces(pagePlan(plan, language), path, signal),
  '.json': (plan, path, _, signal) => writePieces(jsonPlan(plan), path, signal),
};

/** The file of a plan, as an absolute path. Throws `ConfigError` on an extension that no plan has. */
export function planPath(out: string): string {
  const path = resolve(out);
  if (writers[extname(path).toLowerCase()]) return path;
  throw new ConfigError(messages.fileExtension(out), { hint: messages.fileExtensionHint });
}

/**
 * Checks, before any source is read and without writing, that a plan may be written here: the folder is there, and the
 * file is none of those that are published for the importer, by this target or by any manifest beside it. Throws
 * `ConfigError` or `OutputError`.
 */
export async function checkPlanPath(path: string, target: ImporterTarget): Promise<void> {
  const folder = dirname(path);
  const same = (other: string) => other.toLowerCase() === path.toLowerCase();
  const others = [...publishingOrder(target), importerPaths(target).rejects, target.overrides?.path ?? ''];
  if (others.some(same) || (await publishedIn(folder)).some(same))
    throw new ConfigError(messages.filePublished(path), { hint: messages.filePublishedHint });
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new OutputError(outputMessages.folderMissing(folder), { hint: outputMessages.folderMissingHint });
  await access(folder, constants.W_OK).catch((cause) => {
    throw fileFailure(cause, path);
  });
}

/** Every file of a folder that a manifest names, and the manifests. */
async function publishedIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith('.manifest.json'))
    .flatMap((name) => {
      const { files = [] } = readManifest(join(folder, name)) ?? {};
      return [name, ...files.map((file) => file.name)].map((each) => join(folder, basename(each)));
    });
}

/**
 * Writes a plan in the form that its extension names, all of it or nothing: what was there before stays until the plan
 * is whole. Throws `OutputError`, or `Interrupted` when the signal says so.
 */
export async function writePlan(
  plan: Plan,
  path: string,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const part = partPath(path);
  try {
    await writers[extname(path).toLowerCase()]?.(plan, part, language, signal);
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    stopIfAborted(signal);
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {});
    stopIfAborted(signal);
    throw errorCode(cause) === null ? cause : fileFailure(cause, path);
  }
}

const batchLength = 65_536;

async function writePieces(pieces: Iterable<string>, path: string, signal: AbortSignal): Promise<void> {
  await pipeline(Readable.from(batches(pieces), { objectMode: false }), createWriteStream(path), { signal });
}

function* batches(pieces: Iterable<string>): Generator<Buffer> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchLength) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  yield Buffer.from(batch);
}
