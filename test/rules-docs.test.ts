import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bridges } from '../bridges/registry.ts';
import { clocks } from '../shared/asset/life.ts';
import { placeholderLists } from '../shared/device/placeholder-catalogue.ts';
import { populationBlocks } from '../shared/population/rules.ts';
import { members } from '../shared/schema-keys.ts';
import { readYamlFile } from '../shared/yaml-file.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const sources = bridges.map(({ name }) => name);
const blocks = z.strictObject({ ...populationBlocks(sources, []), placeholders: placeholderLists });
const textOf = (path: string) => readFileSync(path, 'utf8');

/** Every entry of these blocks, with the values that it may have. */
function* entriesOf(schema: unknown, path: string): Generator<[path: string, choices: string[]]> {
  const [first, ...others] = members(schema);
  if (first instanceof z.ZodObject)
    for (const [name, below] of Object.entries(first.shape))
      yield* entriesOf(below, path === '' ? name : `${path}.${name}`);
  else if (first instanceof z.ZodArray && first.element instanceof z.ZodObject)
    yield* entriesOf(first.element, `${path}[]`);
  else yield [path, [first, ...others].flatMap(choicesOf)];
}

function choicesOf(schema: unknown): string[] {
  if (schema instanceof z.ZodArray) return choicesOf(schema.element);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

describe.each(['docs/rules.md', 'docs/rules.fr.md'])('%s', (page) => {
  const text = textOf(page);
  /** The rows of the table with this heading, by their first cell. */
  const rowsOf = (heading: RegExp) => {
    const rows = text.slice(text.search(heading)).split('\n\n')[0]?.split('\n').slice(2) ?? [];
    return new Map(rows.map((row) => [row.split('`')[1] ?? '', row]));
  };

  it('has a row for every entry, with its choices, and for no other', () => {
    const rows = rowsOf(/^\| (Entry|Entrée) \|/m);
    const entries = new Map(entriesOf(blocks, ''));
    expect([...rows.keys()]).toEqual([...entries.keys()]);
    expect(entries.size).toBeGreaterThan(20);
    for (const [entry, choices] of entries)
      for (const choice of choices) expect(rows.get(entry), entry).toContain(`\`${choice}\``);
  });

  it('has every clock', () => {
    expect([...rowsOf(/^\| (Clock|Horloge) \|/m).keys()]).toEqual([...clocks]);
  });

  it('has an example that is accepted', () => {
    const path = join(temporaryFolder(), 'bridge.yaml');
    writeFileSync(path, /```yaml\n(.*?)```/s.exec(text)?.[1] ?? '');
    const { rules } = readYamlFile(path, z.strictObject({ rules: blocks }));
    expect(rules).toMatchObject({
      only: { length: 2 },
      exclude: { length: 3 },
      staleness: { dropDays: 400 },
    });
  });
});

it.each(['README.md', 'README.fr.md'])('%s links to the page of the rules', (page) => {
  expect(textOf(page)).toContain(page === 'README.md' ? '](docs/rules.md)' : '](docs/rules.fr.md)');
});
