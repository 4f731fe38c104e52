import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bridges } from '../bridges/registry.ts';

const rooms = ['bridges', 'output', 'shared'] as const;
const filesOf = (room: string) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name).replaceAll('\\', '/'));
const sources = rooms.flatMap(filesOf);
const everything = [...sources, ...filesOf('test')];
const textOf = (file: string) => readFileSync(file, 'utf8');

describe('the layout', () => {
  it('keeps the top level', () => {
    const fixed = [
      'bridges',
      'output',
      'package.json',
      'queries',
      'README.md',
      'shared',
      'test',
      'tsconfig.json',
    ];
    expect(readdirSync('.')).toEqual(expect.arrayContaining(fixed));
  });

  it.each(sources)('%s imports only what lies below it', (file) => {
    const imports = [...textOf(file).matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((found) =>
      join(file, '..', found[1] ?? found[2] ?? '').replaceAll('\\', '/'),
    );
    const room = file.split('/')[0];
    const allowed = {
      bridges: ['bridges', 'output', 'shared'],
      output: ['output', 'shared'],
      shared: ['shared'],
    }[String(room)];
    expect(imports.filter((path) => !allowed?.includes(String(path.split('/')[0])))).toEqual([]);
    const ownBridge = bridges.map(({ name }) => `bridges/${name}/`).find((folder) => file.startsWith(folder));
    const foreign = imports.filter(
      (path) => ownBridge && path.startsWith('bridges/') && !path.startsWith(ownBridge),
    );
    expect(foreign).toEqual([]);
  });

  it('has a line in the registry for every bridge', () => {
    const folders = readdirSync('bridges', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'commands',
    );
    expect(bridges.map(({ name }) => name).sort()).toEqual(folders.map((folder) => folder.name).sort());
    const sql = bridges.filter(({ name }) => textOf(`bridges/${name}/index.ts`).includes('defineSqlBridge('));
    expect(sql.length).toBeGreaterThan(0);
    expect(readdirSync('queries').sort()).toEqual(sql.map(({ name }) => name).sort());
  });

  it('is two folders deep, three at most', () => {
    expect(everything.filter((file) => file.split('/').length > 4)).toEqual([]);
  });
});

describe('the code', () => {
  it.each(everything)('%s is one subject of a readable size', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(301);
    expect(file).toMatch(/^[a-z0-9/.-]+\.ts$/);
    expect(file).not.toMatch(/\b(utils?|helpers?|common|misc)\.ts$/);
  });

  it.each(sources)('%s says nothing outside its contract', (file) => {
    const text = textOf(file);
    expect(
      text.match(/\bconsole\.\w+\(|: any[;,)\]=]|\bas any\b|<any>|\bz\.coerce\b|@ts-(ignore|nocheck)/g),
    ).toBeNull();
    expect(text.match(/\b(TODO|FIXME|XXX)\b|not implemented/g)).toBeNull();
  });
});

describe('the texts', () => {
  const catalogues = sources.filter((file) => /messages\.ts$/.test(file));

  it('are in catalogues', () => {
    expect(catalogues.length).toBeGreaterThan(5);
  });

  it.each(catalogues)('%s has French and English for every text', async (file) => {
    const exported: Record<string, unknown> = await import(`../${file}`);
    const catalogue = Object.entries(exported).find(([name]) => /messages$/i.test(name))?.[1];
    const texts = Object.entries<unknown>(Object(catalogue)).map(
      ([name, entry]) => [name, spoken(entry)] as const,
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const [name, text] of texts) {
      expect(text, name).toEqual({ fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
      expect(String(text.fr), `${name} says undefined`).not.toContain('undefined');
    }
  });

  it('are not written where they are thrown', () => {
    const literal = sources.filter((file) =>
      /new (Config|Access|Source|Transient|Data|Output|Import)Error\(\s*[{'"`]/.test(textOf(file)),
    );
    expect(literal).toEqual([]);
  });
});

/** Calls a text that takes values, with a value that answers to anything. */
function spoken(entry: unknown): { fr?: unknown; en?: unknown } {
  if (typeof entry !== 'function') return Object(entry);
  const target = Object.assign(() => anything, {});
  const anything: unknown = new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => '1';
      if (key === Symbol.iterator) return () => [].values();
      if (key === 'length') return 1;
      if (key === 'toString') return () => '1';
      return anything;
    },
  });
  return Object(entry(...Array.from({ length: entry.length }, () => anything)));
}
