import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { publishingOrder } from '../output/importer/target.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { formerPath, partPath, publish } from '../output/publish.ts';
import { recoverPublishing } from '../output/recover.ts';
import { contentsOf } from './fakes/command.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { outputFacts } from './fakes/output-facts.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const profile = loadProfile('octopus-fr');
const never = new AbortController().signal;

/** A folder in which one run is published, the paths of its files, and what a second run would publish. */
async function twoRuns(extension: string) {
  const folder = temporaryFolder();
  const target = {
    path: join(folder, `ci${extension}`),
    dataImporterFolder: null,
    profile,
    bridgeName: 'sccm',
  };
  const paths = publishingOrder(target);
  const write = (name: string) =>
    writeImporterFiles(target, { assets: () => [outputAsset(name)], facts: () => outputFacts(name) }, never);
  await write('NEW');
  const after = contentsOf(folder);
  const parts = paths.map((path) => [path, readFileSync(path)] as const);
  await write('OLD');
  const before = contentsOf(folder);
  for (const [path, bytes] of parts) writeFileSync(partPath(path), bytes);
  return { folder, paths, before, after };
}

/** Publishes and is killed at the nth renaming: what would clean up after an error does not run either. */
async function publishUntil(paths: readonly string[], moves: number): Promise<void> {
  let count = 0;
  const killed = publish(paths, async (from, to) => {
    count += 1;
    if (count > moves) await new Promise(() => {});
    await rename(from, to);
  });
  while (count <= moves && count < paths.length) await new Promise((resolve) => setImmediate(resolve));
  if (moves >= paths.length) await killed;
}

describe.each(['.csv', '.xlsx'])('a publishing of %s that was killed', (extension) => {
  it.each([0, 1, 2, 3, 4])('at renaming %i is finished', async (moves) => {
    const { folder, paths, after } = await twoRuns(extension);
    await publishUntil(paths, Math.min(moves, paths.length));
    const recovery = await recoverPublishing(paths);
    expect(contentsOf(folder)).toEqual(after);
    expect(recovery).toBe(moves >= paths.length ? 'none' : 'published');
  });

  it.each([0, 1, 2])('at renaming %i and whose new rows are damaged is taken back', async (moves) => {
    const { folder, paths, before } = await twoRuns(extension);
    await publishUntil(paths, moves);
    const rows = paths[0] ?? '';
    writeFileSync(moves === 0 ? partPath(rows) : rows, 'half');
    expect(await recoverPublishing(paths)).toBe('restored');
    expect(contentsOf(folder)).toEqual(before);
  });

  it('before it began leaves the last files, and no part', async () => {
    const { folder, paths, before } = await twoRuns(extension);
    rmSync(partPath(paths.at(-1) ?? ''));
    expect(await recoverPublishing(paths)).toBe('none');
    expect(contentsOf(folder)).toEqual(before);
  });

  it('for the first time, while it was writing, leaves nothing', async () => {
    const { folder, paths } = await twoRuns(extension);
    for (const path of paths) rmSync(path);
    writeFileSync(partPath(paths[0] ?? ''), 'half');
    expect(await recoverPublishing(paths)).toBe('none');
    expect(readdirSync(folder)).toEqual([]);
    expect(formerPath(paths[0] ?? '')).toContain('.former');
  });
});
