import { ConfigError } from '../shared/errors.ts';
import type { Change } from '../shared/store/comparison.ts';
import { countCi, type StoredRun, storedChanges, storedRuns } from '../shared/store/history.ts';
import { netChanges } from '../shared/store/net-change.ts';
import { readStore } from '../shared/store/store-copy.ts';
import type {
  CompareArguments,
  HistoryArguments,
  ListArguments,
  ShowRunArguments,
} from './commands/history.ts';
import { messages } from './history-messages.ts';
import { compareLines, listLines, runJson, showLines, trendLines } from './history-report.ts';
import { askedState, factsOf, findRun, newest, type PastRun, pastRuns } from './past-runs.ts';
import { bridges } from './registry.ts';
import type { Terminal } from './terminal.ts';

/** Lists the newest runs, failed and refused ones too. Reads the state folder alone, and writes nothing. */
export async function listRuns(asked: ListArguments, terminal: Terminal): Promise<void> {
  const { folder, runs } = await known(asked, terminal);
  const chosen = newest(runs, asked);
  if (asked.json) terminal.print(JSON.stringify({ state: folder, runs: chosen.map(runJson) }));
  else if (runs.length === 0) tellNothing(folder, terminal);
  else for (const line of listLines(chosen, terminal.language)) terminal.print(line);
}

/** Shows one run: what it read and left out, and what it changed. Throws `ConfigError` when there is no such run. */
export async function showRun(asked: ShowRunArguments, terminal: Terminal): Promise<void> {
  const { folder, runs, changes } = await known(asked, terminal, (all) => {
    const run = findRun(all, asked.run).stored;
    return run && { series: run.series, from: run.id - 1, to: run.id };
  });
  if (runs.length === 0) return nothing(asked, folder, terminal);
  const run = findRun(runs, asked.run);
  const facts = run.stored && factsOf(run.stored);
  if (asked.json) terminal.print(JSON.stringify({ ...runJson(run), facts, changes }));
  else {
    const bridge = await bridges.find(({ name }) => name === run.source)?.load();
    const shown = { run, facts, changes, reasons: bridge?.exclusions ?? {}, all: asked.all };
    for (const line of showLines(shown, terminal.language)) terminal.print(line);
  }
}

/** Shows what is different in the end between two published runs of one series. Throws `ConfigError`. */
export async function compareRuns(asked: CompareArguments, terminal: Terminal): Promise<void> {
  const both = (runs: readonly PastRun[]) => comparable(runs, asked);
  const { folder, runs, changes } = await known(asked, terminal, (all) => {
    const [from, to] = both(all);
    return { series: from.series, from: from.id, to: to.id };
  });
  if (runs.length === 0) return nothing(asked, folder, terminal);
  const [from, to] = both(runs);
  const between = runs.filter(
    ({ stored }) => stored?.series === from.series && stored.id >= from.id && stored.id <= to.id,
  ).length;
  const net = [...netChanges(changes)];
  if (asked.json) {
    const { series } = from;
    const about = { series, from: from.id, to: to.id, runs: between, counts: countCi(net) };
    terminal.print(JSON.stringify({ ...about, changes: net }));
  } else {
    const compared = { from: from.id, to: to.id, runs: between, changes: net, all: asked.all };
    for (const line of compareLines(compared, terminal.language)) terminal.print(line);
  }
}

/** Shows how the fleet develops, one line for each published run. */
export async function showTrends(asked: ListArguments, terminal: Terminal): Promise<void> {
  const { folder, runs } = await known(asked, terminal);
  const published = runs.flatMap(({ stored }) => stored ?? []);
  const chosen = newest(published, asked).reverse();
  if (asked.json) {
    const points = chosen.map((run) => ({ ...withoutManifest(run), read: factsOf(run).read }));
    terminal.print(JSON.stringify({ state: folder, runs: points }));
  } else if (published.length === 0) tellNothing(folder, terminal);
  else for (const line of trendLines(chosen, published, terminal.language)) terminal.print(line);
}

/** Everything that is known of the past, and the changes of the runs that are asked for. */
interface Known {
  readonly folder: string;
  readonly runs: readonly PastRun[];
  readonly changes: readonly (Change & { readonly run: number })[];
}

/** Runs of a series: those after `from`, up to `to`. */
interface Span {
  readonly series: string;
  readonly from: number;
  readonly to: number;
}

async function known(
  asked: HistoryArguments,
  terminal: Terminal,
  span: (runs: readonly PastRun[]) => Span | null = () => null,
): Promise<Known> {
  const folder = await askedState(asked, terminal);
  const found = await readStore(folder, (database) => {
    const runs = pastRuns(folder, storedRuns(database));
    const { series, from, to } = (runs.length > 0 && span(runs)) || { series: '', from: 0, to: 0 };
    return { folder, runs, changes: [...storedChanges(database, series, from, to)] };
  });
  return found ?? { folder, runs: pastRuns(folder, []), changes: [] };
}

/** Two stored runs of one series, the older one first. */
function comparable(
  runs: readonly PastRun[],
  asked: Pick<CompareArguments, 'from' | 'to'>,
): readonly [StoredRun, StoredRun] {
  const [one, other] = [stored(runs, asked.from), stored(runs, asked.to)];
  if (one.series !== other.series)
    throw new ConfigError(messages.otherSeries(one.id, one.series, other.id, other.series), {
      hint: messages.runUnknownHint,
    });
  return one.id <= other.id ? [one, other] : [other, one];
}

function stored(runs: readonly PastRun[], asked: string): StoredRun {
  const { stored: run } = findRun(runs, asked);
  if (run === null) throw new ConfigError(messages.notPublished(asked), { hint: messages.runUnknownHint });
  return run;
}

const withoutManifest = ({ manifest: _, ...run }: StoredRun) => run;

function nothing({ json }: HistoryArguments, folder: string, terminal: Terminal): void {
  if (json) terminal.print(JSON.stringify({ state: folder, runs: [] }));
  else tellNothing(folder, terminal);
}

function tellNothing(folder: string, terminal: Terminal): void {
  terminal.print(messages.noHistory(folder)[terminal.language]);
  terminal.print(messages.noHistoryHint[terminal.language]);
}
