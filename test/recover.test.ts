import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeImporterFiles } from '../output/importer/files.ts';
import { publishingOrder } from '../output/importer/target.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { formerPath, inOneOrder, partPath, publish } from '../output/publish.ts';
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

describe('a publishing of two sets that was killed', () => {
  const write = (folder: string, text: string, place: (path: string) => string) =>
    ['software', 'assets'].map((name) => {
      const rows = join(folder, `${name}.csv`);
      writeFileSync(place(rows), text);
      const { bytes, sha256 } = {
        bytes: text.length,
        sha256: createHash('sha256').update(text).digest('hex'),
      };
      const files = [{ name: `${name}.csv`, bytes, sha256, rows: 1 }];
      const manifest = join(folder, `${name}.manifest.json`);
      writeFileSync(place(manifest), JSON.stringify({ ...manifestOf(text), files }));
      return [rows, manifest];
    });

  /** Kills the publishing of two sets after so many of its steps on the disk. */
  async function killedAfter(removals: number, moves: number) {
    const folder = temporaryFolder();
    write(folder, 'OLD', (path) => path);
    const before = contentsOf(folder);
    const { paths, manifests } = inOneOrder(...write(folder, 'NEW', partPath));
    for (const path of paths) copyFileSync(path, formerPath(path));
    for (const path of paths.slice(-manifests).slice(0, removals)) rmSync(path);
    for (const path of paths.slice(0, moves)) renameSync(partPath(path), path);
    return { folder, paths, manifests, before };
  }
  const texts = (folder: string) =>
    ['software.csv', 'assets.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));

  it.each([
    [0, 0, 'none', 'OLD'],
    [1, 0, 'restored', 'OLD'],
    [2, 0, 'published', 'NEW'],
    [2, 1, 'published', 'NEW'],
    [2, 2, 'published', 'NEW'],
    [2, 3, 'published', 'NEW'],
    [2, 4, 'none', 'NEW'],
  ])(
    'after %i removals and %i renamings leaves both of one night',
    async (removals, moves, recovery, text) => {
      const { folder, paths, manifests } = await killedAfter(removals, moves);
      const came = await recoverPublishing(paths, manifests);
      expect([came, texts(folder)]).toEqual([recovery, [text, text]]);
      expect(readdirSync(folder)).toHaveLength(4);
    },
  );

  it('is taken back where the rows in a database are not those of the run', async () => {
    const { folder, paths, manifests, before } = await killedAfter(2, 2);
    expect(await recoverPublishing(paths, manifests, async (runId) => runId === 'OLD')).toBe('restored');
    expect(contentsOf(folder)).toEqual(before);
  });
});

/** A manifest of no files. */
const manifestOf = (runId: string) => ({
  schema: 1,
  ...outputFacts(),
  runId,
  profile: 'octopus-fr',
  written: 1,
  cut: {},
  blanked: { typeWithoutAttribute: {}, neededColumnEmpty: {} },
  replaced: { cells: 0, characters: 0 },
});
