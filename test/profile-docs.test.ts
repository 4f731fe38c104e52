import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assetFields } from '../output/profile/asset-fields.ts';
import { derivedFields } from '../output/profile/derived-fields.ts';
import { profileSchema } from '../output/profile/profile.ts';
import { members } from '../shared/schema-keys.ts';
import { runBridge } from './fakes/command.ts';

const pages = ['docs/profile.md', 'docs/profile.fr.md'];
const textOf = (path: string) => readFileSync(path, 'utf8');

/** Every entry that a profile may have, with the values that are listed for it. */
function* entriesOf(schema: unknown, path: string): Generator<[path: string, choices: string[]]> {
  for (const member of members(schema))
    if (member instanceof z.ZodObject)
      for (const [name, below] of Object.entries(member.shape))
        yield* entriesOf(below, path === '' ? name : `${path}.${name}`);
    else if (member instanceof z.ZodArray && members(member.element)[0] instanceof z.ZodObject)
      yield* entriesOf(member.element, `${path}[]`);
    else yield [path, member instanceof z.ZodEnum ? member.options.map(String) : []];
}

/** The rows of the table below a heading, by their first cell. */
function rowsOf(page: string, heading: RegExp): Map<string, string> {
  const text = textOf(page);
  const table = text.slice(text.search(heading)).split('\n\n')[0] ?? '';
  const rows = table.split('\n').slice(2);
  return new Map(rows.map((row) => [row.split('`')[1] ?? '', row]));
}

describe.each(pages)('%s', (page) => {
  it('has a row for every entry of a profile, with its choices, and for no other', () => {
    const rows = rowsOf(page, /^\| (Entry|Entrée) \|/m);
    const entries = new Map(entriesOf(profileSchema, ''));
    expect([...rows.keys()]).toEqual([...entries.keys()]);
    expect(entries.size).toBeGreaterThan(40);
    for (const [entry, choices] of entries)
      for (const choice of choices) expect(rows.get(entry)).toContain(`\`${choice}\``);
  });

  it('has every field', () => {
    const asset = [...rowsOf(page, /^\| (In|Dans) \|/m)].flatMap(([group, row]) =>
      [...row.matchAll(/`([\w.]+[^.`])`/g)].map(([, field]) => `${group}${field}`),
    );
    expect(asset).toEqual([...assetFields.keys()]);
    const derived = rowsOf(page, /^\| (Derived field|Champ composé) \|/m);
    expect([...derived.keys()]).toEqual(Object.keys(derivedFields));
  });
});

describe.each(['README.md', 'README.fr.md'])('%s', (page) => {
  it('has a row for every option of profile, and for no other', async () => {
    const actions = ['show', 'check', 'copy', 'bootstrap'];
    const helps = await Promise.all(actions.map((action) => runBridge(['profile', action, '--help'])));
    const general = new Set(['--help', '--version', '--lang']);
    const options = helps.flatMap(({ stdout }, index) =>
      [...stdout.matchAll(/^ {2,}(--[a-z-]+)/gm)].flatMap(([, option = '']) =>
        general.has(option) ? [] : [`${actions[index]} ${option}`],
      ),
    );
    expect(options).toHaveLength(5);
    const table = rowsOf(page, /^\| (Command|Commande) \|/m);
    const documented = [...table.values()].flatMap((row) => {
      const action = /`bridge profile (\w+)/.exec(row)?.[1];
      return [...row.matchAll(/`(--[a-z-]+)/g)].map(([, option]) => `${action} ${option}`);
    });
    expect(new Set(documented)).toEqual(new Set(options));
    for (const action of actions) expect(textOf(page)).toContain(`\`bridge profile ${action}`);
  });
});
