import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partPath, prepareTargets, publish, removeParts } from '../output/publish.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const names = ['ci.csv', 'ci.xml', 'ci.manifest.json'];

/** A folder with the part files of a run; `former` names what an earlier run published. */
function folderWithParts(former: readonly string[]) {
  const folder = temporaryFolder();
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) writeFileSync(partPath(path), `new ${path}`);
  for (const name of former) writeFileSync(join(folder, name), `old ${name}`);
  return { folder, paths };
}

/** Everything in a folder, hidden files too. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** A rename that fails for one name, as Windows does while Excel holds the file. */
const refusing =
  (name: string, code: string): typeof rename =>
  async (from, to) => {
    if (String(to).endsWith(name)) throw Object.assign(new Error(`${code}: refused`), { code });
    await rename(from, to);
  };

describe('publishing', () => {
  it.each([[[]], [names], [['ci.csv']]])(
    'puts new files in place of %j and leaves nothing else',
    async (former) => {
      const { folder, paths } = folderWithParts(former);
      await publish(paths);
      expect(contents(folder)).toEqual(
        Object.fromEntries(names.map((name, index) => [name, `new ${paths[index]}`])),
      );
    },
  );

  it.each(names.flatMap((name) => ['EPERM', 'EBUSY', 'EACCES'].map((code) => [name, code] as const)))(
    'puts everything back when %s is refused with %s',
    async (name, code) => {
      const { folder, paths } = folderWithParts(names);
      await expect(publish(paths, refusing(name, code))).rejects.toMatchObject({
        exitCode: 6,
        message: expect.stringContaining(name),
        hint: { en: expect.stringContaining('Excel'), fr: expect.stringContaining('Excel') },
      });
      expect(contents(folder)).toEqual(Object.fromEntries(names.map((each) => [each, `old ${each}`])));
    },
  );

  it.each(names)('leaves an empty folder empty when %s is refused', async (name) => {
    const { folder, paths } = folderWithParts([]);
    await expect(publish(paths, refusing(name, 'EPERM'))).rejects.toMatchObject({ exitCode: 6 });
    expect(contents(folder)).toEqual({});
  });

  it('never shows a manifest beside files that it does not describe', async () => {
    const { folder, paths } = folderWithParts(names);
    const seen: string[][] = [];
    await publish(paths, async (from, to) => {
      await rename(from, to);
      seen.push(
        readdirSync(folder)
          .filter((name) => !name.startsWith('.'))
          .sort(),
      );
    });
    expect(seen).toEqual([['ci.csv', 'ci.xml'], ['ci.csv', 'ci.xml'], [...names].sort()]);
  });

  it('changes nothing when a part is missing', async () => {
    const { folder, paths } = folderWithParts(names);
    await removeParts(paths.slice(1, 2));
    await expect(publish(paths)).rejects.toMatchObject({ exitCode: 6 });
    expect(contents(folder)).toEqual(Object.fromEntries(names.map((each) => [each, `old ${each}`])));
  });

  it('changes nothing when a folder stands in the way', async () => {
    const { folder, paths } = folderWithParts(['ci.csv', 'ci.manifest.json']);
    mkdirSync(join(folder, 'ci.xml'));
    await expect(publish(paths)).rejects.toMatchObject({ exitCode: 6 });
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    expect(readFileSync(join(folder, 'ci.csv'), 'utf8')).toBe('old ci.csv');
  });

  it('says which file is kept where when a former file cannot be put back', async () => {
    const { folder, paths } = folderWithParts(names);
    const jam: typeof rename = async (from, to) => {
      if (String(to).endsWith('ci.xml')) {
        // Somebody puts a folder where the first file stood: the former file cannot return.
        await rename(join(folder, 'ci.csv'), join(folder, 'elsewhere'));
        mkdirSync(join(folder, 'ci.csv'));
        throw Object.assign(new Error('refused'), { code: 'EPERM' });
      }
      await rename(from, to);
    };
    await expect(publish(paths, jam)).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('.ci.csv.former'),
    });
    expect(readFileSync(join(folder, '.ci.csv.former'), 'utf8')).toBe('old ci.csv');
    expect(readFileSync(join(folder, 'ci.manifest.json'), 'utf8')).toBe('old ci.manifest.json');
  });
});

describe('the early check', () => {
  it('accepts a folder with and without former files, and leaves no trace', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ci.csv'), 'old');
    await prepareTargets(names.map((name) => join(folder, name)));
    expect(contents(folder)).toEqual({ 'ci.csv': 'old' });
  });

  it('refuses a missing folder, a file as folder, and a folder as file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'ci.csv'));
    const cases = { none: 'does not exist', file: 'not a folder', 'file/deeper': 'does not exist' };
    for (const [path, reason] of Object.entries(cases))
      await expect(prepareTargets([join(folder, path, 'ci.csv')])).rejects.toMatchObject({
        exitCode: 6,
        message: expect.stringContaining(reason),
      });
    await expect(prepareTargets([join(folder, 'ci.csv')])).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('is not a file'),
    });
    expect(readdirSync(folder).sort()).toEqual(['ci.csv', 'file']);
  });
});
