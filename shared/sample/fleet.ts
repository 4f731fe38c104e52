import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { readYamlFile } from '../yaml-file.ts';
import { messages } from './messages.ts';

export type SampleValue = string | number | boolean | null;

/** One test a value: a union of four types takes ten times as long over some ten thousand values. */
const scalar = z.custom<SampleValue>(
  (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
);
const row = z.record(z.string(), scalar);

/** `like` names archetypes, `with` gives values for `<name>`; every other key is a view or a part with its rows. */
const entry = z
  .object({ like: z.union([z.string(), z.array(z.string())]).optional(), with: row.optional() })
  .catchall(z.union([row, z.array(row), z.null()]));

/** One file of a sample folder; the files of a folder share their archetypes, parts and filled columns. */
const fleetFile = z.strictObject({
  fill: row.optional(),
  parts: z.record(z.string(), entry).optional(),
  archetypes: z.record(z.string(), entry).optional(),
  entries: z.array(entry).optional(),
});

/** Values by column or by name; texts may still hold `<name>`. */
export type Template = Readonly<Record<string, SampleValue>>;
type Entry = z.infer<typeof entry>;
type Rows = Template | readonly Template[];

/** An entry with all that its archetypes give. */
export interface Blueprint {
  /** File and entry, for messages. */
  readonly place: string;
  readonly values: Template;
  /** Rows by view or part, in the order first named. */
  readonly views: ReadonlyMap<string, readonly Template[]>;
}

/** All that the files of a sample folder say. */
export interface Fleet {
  /** Columns that every row has when its view has them. */
  readonly fill: Template;
  readonly parts: ReadonlyMap<string, Blueprint>;
  readonly entries: readonly Blueprint[];
}

/** What one entry or archetype is made of while others are laid over it. */
interface Draft {
  readonly values: Record<string, SampleValue>;
  /** null: an earlier archetype's rows are taken away. */
  readonly views: Map<string, Rows | null>;
}

/** Reads the `*.yaml` files of a sample folder. Throws `ConfigError` naming file and entry. */
export function readFleet(folder: string): Fleet {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = names.sort().map((name) => ({ name, ...readYamlFile(join(folder, name), fleetFile) }));
  const archetypes = new Map(files.flatMap((file) => Object.entries(file.archetypes ?? {})));
  const drafts = new Map<string, Draft>();
  const blueprint = (place: string, content: Entry): Blueprint => {
    const { values, views } = draftOf(content, place, archetypes, drafts, []);
    return { place, values, views: new Map([...views].map(([view, rows]) => [view, listOf(rows ?? [])])) };
  };
  const parts = files.flatMap((file) => Object.entries(file.parts ?? {}));
  return {
    fill: Object.fromEntries(files.flatMap((file) => Object.entries(file.fill ?? {}))),
    parts: new Map(parts.map(([name, part]) => [name, blueprint(name, part)])),
    entries: files.flatMap((file) =>
      (file.entries ?? []).map((one, i) => blueprint(`${file.name} ${one.with?.name ?? `#${i + 1}`}`, one)),
    ),
  };
}

/** Later archetypes win over earlier ones, the entry over all: one row column by column, a list as a whole. */
function draftOf(
  content: Entry,
  place: string,
  archetypes: ReadonlyMap<string, Entry>,
  drafts: Map<string, Draft>,
  trail: readonly string[],
): Draft {
  const { like, with: values, ...views } = content;
  const draft: Draft = { values: {}, views: new Map() };
  for (const name of [like ?? []].flat()) {
    const archetype = archetypes.get(name);
    if (!archetype || trail.includes(name))
      throw new ConfigError(messages.archetypeUnknown(place, name), {
        hint: messages.sampleHint,
      });
    const base =
      drafts.get(name) ?? draftOf(archetype, `${place} ${name}`, archetypes, drafts, [...trail, name]);
    drafts.set(name, base);
    Object.assign(draft.values, base.values);
    for (const [view, rows] of base.views) lay(draft.views, view, rows);
  }
  Object.assign(draft.values, values);
  for (const [view, rows] of Object.entries(views)) lay(draft.views, view, rows);
  return draft;
}

function lay(views: Draft['views'], view: string, rows: Rows | null): void {
  const before = views.get(view);
  if (rows && isOne(rows) && before && isOne(before)) views.set(view, { ...before, ...rows });
  else views.set(view, rows);
}

const isOne = (rows: Rows): rows is Template => !Array.isArray(rows);
const listOf = (rows: Rows): readonly Template[] => (isOne(rows) ? [rows] : rows);
