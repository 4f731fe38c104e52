import { ConfigError } from '../errors.ts';
import type { SampleCatalogue } from './catalogue.ts';
import type { Blueprint, Fleet, SampleValue, Template } from './fleet.ts';
import { messages } from './messages.ts';

/** One row of one view; `place` names the file and the entry it was written in. */
export interface SampleRow {
  readonly view: string;
  readonly place: string;
  readonly columns: Readonly<Record<string, SampleValue>>;
}

/** The value of a name where a row is written. */
type Look = (name: string) => SampleValue;

/** References that lead to one another further than this lead in a circle. */
const deepest = 8;

/**
 * The rows of a fleet in the order written. A part gives its rows once for each of its items, with `<n>` counting
 * them; `<row>` counts the rows of an entry in a view. A row that says nothing is left out. Throws `ConfigError`.
 */
export function fleetRows(fleet: Fleet, catalogue: SampleCatalogue): SampleRow[] {
  return fleet.entries.flatMap((one) => entryRows(one, fleet, catalogue));
}

function entryRows(one: Blueprint, fleet: Fleet, catalogue: SampleCatalogue): SampleRow[] {
  const { place } = one;
  const rows: SampleRow[] = [];
  const counts = new Map<string, number>();
  const look = lookIn(one.values, place);
  const add = (view: string, template: Template, values: Look) => {
    const types = catalogue.get(view);
    if (!types) throw fault(messages.viewUnknown(place, view));
    const columns: Record<string, SampleValue> = {};
    for (const [column, value] of Object.entries(template)) columns[column] = fillIn(value, values);
    if (Object.values(columns).every((value) => value === null)) return;
    const count = (counts.get(view) ?? 0) + 1;
    counts.set(view, count);
    for (const [column, value] of Object.entries(fleet.fill))
      if (types.has(column) && !(column in columns))
        columns[column] = fillIn(value, (name) => (name === 'row' ? count : look(name)));
    rows.push({ view, place, columns });
  };
  for (const [name, templates] of one.views) {
    const part = fleet.parts.get(name);
    for (const [index, template] of templates.entries()) {
      if (part) addPart(part, lookInItem(part, template, index + 1, look, place), add);
      else add(name, template, look);
    }
  }
  return rows;
}

function addPart(part: Blueprint, look: Look, add: (view: string, row: Template, look: Look) => void): void {
  for (const [view, templates] of part.views) for (const template of templates) add(view, template, look);
}

/** Names of an entry; each is worked out once. */
function lookIn(values: Template, place: string): Look {
  const known = new Map<string, SampleValue>();
  let depth = 0;
  const look: Look = (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = values[name];
    if (value === undefined || depth > deepest) throw fault(messages.valueUnknown(place, name));
    depth += 1;
    const found = fillIn(value, look);
    depth -= 1;
    known.set(name, found);
    return found;
  };
  return look;
}

/** Names of one item of a part: what the item says, the defaults of the part, the names of the entry. */
function lookInItem(part: Blueprint, item: Template, n: number, outer: Look, place: string): Look {
  const own: Record<string, SampleValue> = { n };
  for (const [name, value] of Object.entries(item)) own[name] = fillIn(value, outer);
  const look: Look = (name) => {
    if (name in own) return own[name] ?? null;
    const value = part.values[name];
    if (value === undefined) return outer(name);
    if (value === `<${name}>`) throw fault(messages.valueUnknown(place, name));
    return fillIn(value, look);
  };
  return look;
}

/** Replaces every `<name>`; a text that is nothing but `<name>` becomes that value, one that holds an unknown is null. */
function fillIn(value: SampleValue, look: Look): SampleValue {
  if (typeof value !== 'string' || !value.includes('<')) return value;
  const whole = /^<(\w+)>$/.exec(value)?.[1];
  if (whole !== undefined) return look(whole);
  let known = true;
  const text = value.replace(/<(\w+)>/g, (_, name: string) => {
    const found = look(name);
    known &&= found !== null;
    return String(found);
  });
  return known ? text : null;
}

const fault = (text: ReturnType<typeof messages.viewUnknown>) =>
  new ConfigError(text, { hint: messages.sampleHint });
