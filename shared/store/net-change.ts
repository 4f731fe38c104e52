import type { Change } from './comparison.ts';

/** A difference, and the run that made it. */
export interface RunChange extends Change {
  readonly run: number;
}

/** What became of one CI over several runs. */
interface NetItem {
  key: string;
  name: string;
  /** How it came into the first of its runs; null for one that was there before. */
  readonly came: 'created' | 'returned' | null;
  isThere: boolean;
  /** Value before the first and after the last run, by header. */
  readonly cells: Map<string, { readonly before: string; readonly after: string; readonly isName: boolean }>;
}

/**
 * Adds up the changes of several runs, in their order, to what is different at the end: created and gone again is
 * nothing, and so is a value that came back. A CI is told again by its key, else by its name, as Octopus does.
 */
export function* netChanges(changes: Iterable<RunChange>): Generator<Change> {
  const items = new Set<NetItem>();
  const byKey = new Map<string, NetItem>();
  const byName = new Map<string, NetItem>();
  for (const group of changesOfOneCi(changes)) {
    const [first] = group;
    const former = group.find(({ kind }) => kind === 'renamed')?.before ?? first.name;
    const item = byKey.get(first.key) ?? byName.get(former.toUpperCase()) ?? newItem(first);
    items.add(item);
    if (byName.get(item.name.toUpperCase()) === item) byName.delete(item.name.toUpperCase());
    item.key = first.key;
    item.name = first.name;
    byKey.set(item.key, item);
    byName.set(item.name.toUpperCase(), item);
    for (const change of group) add(item, change);
  }
  for (const item of items) yield* netOf(item);
}

/** The changes that one run made to one CI stand together. */
function* changesOfOneCi(
  changes: Iterable<RunChange>,
): Generator<readonly [RunChange, ...(readonly RunChange[])]> {
  let group: [RunChange, ...RunChange[]] | null = null;
  for (const change of changes) {
    if (group?.[0].run === change.run && group[0].key === change.key) group.push(change);
    else {
      if (group) yield group;
      group = [change];
    }
  }
  if (group) yield group;
}

const newItem = ({ kind, key, name }: Change): NetItem => {
  const came = kind === 'created' || kind === 'returned' ? kind : null;
  return { key, name, came, isThere: true, cells: new Map() };
};

function add(item: NetItem, { kind, header, before, after }: Change): void {
  if (kind === 'missing') item.isThere = false;
  else if (kind === 'created' || kind === 'returned' || kind === 'retired') item.isThere = true;
  else if (header !== null) {
    const known = item.cells.get(header);
    const isName = kind === 'renamed' || known?.isName === true;
    item.cells.set(header, { before: known?.before ?? before ?? '', after: after ?? '', isName });
  }
}

function* netOf({ key, name, came, isThere, cells }: NetItem): Generator<Change> {
  const plain = { key, name, header: null, before: null, after: null };
  if (!isThere) {
    if (came === null) yield { kind: 'missing', ...plain };
    return;
  }
  if (came !== null) yield { kind: came, ...plain };
  if (came === 'created') return;
  for (const [header, { before, after, isName }] of cells) {
    if (before === after) continue;
    const kind = isName && before.toUpperCase() !== after.toUpperCase() ? 'renamed' : 'changed';
    yield { kind, key, name, header, before, after };
  }
}
