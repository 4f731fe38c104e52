import type { SoftwareStore } from '../../shared/software/store.ts';
import type { Title } from '../../shared/software/titles.ts';
import { cleaner, replacementMark } from '../table/clean.ts';
import { ciLimit } from './list-table.ts';
import type { SoftwareContent } from './settings.ts';

/** A program as a CI. */
export interface Program {
  readonly name: string;
  /** Of the publishers that are told the one with the most installations; null where none is. */
  readonly publisher: string | null;
}

/** Titles that cannot be a CI, by reason. */
export interface Unnamed {
  /** Relations take no longer name. */
  readonly nameTooLong: number;
  /** The format cannot hold the name, and what is left of it could be another program's. */
  readonly nameUnwritable: number;
  /** A device that is published has this name; it would change into a program. */
  readonly nameTaken: number;
}

/** The distinct programs of a run, by name without regard to case, and which of them each title is. */
export interface Programs {
  readonly all: readonly Program[];
  /** Number of the program of each title; null for a title that is none. */
  readonly ofTitle: readonly (number | null)[];
  readonly unnamed: Unnamed;
}

/** Names a title: with its version where the profile wants that and the name does not end with it. */
export function programName({ name, version }: Title, naming: SoftwareContent['ci']['naming']): string {
  const versioned = naming === 'nameAndVersion' && version !== null && !name.endsWith(` ${version}`);
  return versioned ? `${name} ${version}` : name;
}

interface Draft {
  name: string;
  installs: number;
  readonly publishers: Map<string, number>;
}

/** Groups titles into programs, in the order of their names; of two spellings the one installed most is written. */
export function programsOf(
  store: Pick<SoftwareStore, 'titles' | 'installs'>,
  naming: SoftwareContent['ci']['naming'],
  { format, devices }: { readonly format: 'csv' | 'xlsx'; readonly devices: readonly string[] },
): Programs {
  const { clean } = cleaner(format);
  const taken = new Set(devices.map((device) => clean(device).toLowerCase()));
  const unnamed = { nameTooLong: 0, nameUnwritable: 0, nameTaken: 0 };
  const drafts = new Map<string, Draft>();
  const keys = store.titles.map((title, index) => {
    const wanted = programName(title, naming);
    const name = clean(wanted).trim();
    const fault = faultOf(name, wanted, taken);
    if (fault !== null) {
      unnamed[fault] += 1;
      return null;
    }
    const key = name.toLowerCase();
    const draft = drafts.get(key) ?? { name, installs: 0, publishers: new Map() };
    drafts.set(key, draft);
    join(draft, name, title.publisher, store.installs(index));
    return key;
  });
  const sorted = [...drafts].sort(([a], [b]) => order(a, b));
  const places = new Map(sorted.map(([key], place) => [key, place]));
  return {
    all: sorted.map(([, { name, publishers }]) => ({ name, publisher: mostOf(publishers) })),
    ofTitle: keys.map((key) => (key === null ? null : (places.get(key) ?? null))),
    unnamed,
  };
}

function faultOf(name: string, wanted: string, taken: ReadonlySet<string>): keyof Unnamed | null {
  if (name === '' || marks(name) > marks(wanted)) return 'nameUnwritable';
  if (name.length > ciLimit) return 'nameTooLong';
  return taken.has(name.toLowerCase()) ? 'nameTaken' : null;
}

const marks = (text: string): number => text.split(replacementMark).length;

function join(draft: Draft, name: string, publisher: string | null, installs: number): void {
  if (installs > draft.installs || (installs === draft.installs && name < draft.name)) {
    draft.name = name;
    draft.installs = installs;
  }
  if (publisher !== null) draft.publishers.set(publisher, (draft.publishers.get(publisher) ?? 0) + installs);
}

/** The text with the highest count, the first in order among equals. */
function mostOf(counts: ReadonlyMap<string, number>): string | null {
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || order(a, b));
  return sorted[0]?.[0] ?? null;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
