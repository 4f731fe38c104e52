import { type Change, type ChangeKind, changeKinds } from '../shared/store/comparison.ts';
import { countCi, type StoredRun } from '../shared/store/history.ts';
import type { Language, Text } from '../shared/text.ts';
import { fates, kinds, messages, outcomes } from './history-messages.ts';
import { factsOf, type PastFacts, type PastRun } from './past-runs.ts';
import { labelOf } from './summary-messages.ts';
import { type TextColumn, textTable } from './text-table.ts';

/** How many differences, and how many assets that gave way, a terminal shows unless all are asked for. */
const shownAtFirst = 40;
const barWidth = 30;

/** The runs as a table, the newest first. */
export function listLines(runs: readonly PastRun[], language: Language): string[] {
  const say = (text: Text) => text[language];
  const { number, time, sourceTitle, outcome, read, published, duration } = messages;
  const columns = [
    right(say(number)),
    left(say(time)),
    left(say(sourceTitle)),
    left(say(outcome)),
    right(say(read)),
    right(say(published)),
    ...changeKinds.map((kind) => right(say(kinds[kind]))),
    right(say(duration)),
  ];
  const rows = runs.map((run) => [
    String(run.stored?.id ?? '-'),
    localTime(run.startedAt),
    say(sourceOf(run)),
    say(outcomeOf(run)),
    textOf(readOf(run)),
    textOf(publishedOf(run)),
    ...changeKinds.map((kind) => textOf(run.stored?.changed[kind] ?? null)),
    durationOf(run),
  ]);
  return textTable(columns, rows);
}

/** A run with what it said of itself and what it changed. */
export interface ShownRun {
  readonly run: PastRun;
  readonly facts: PastFacts | null;
  readonly changes: readonly Change[];
  /** Words of the bridge for its reasons of exclusion. */
  readonly reasons: Readonly<Record<string, Text>>;
  readonly all: boolean;
}

/** One run for a person. */
export function showLines({ run, facts, changes, reasons, all }: ShownRun, language: Language): string[] {
  const say = (text: Text) => text[language];
  const title = [messages.runTitle(run.stored?.id ?? null), sourceOf(run)].map(say);
  const of = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `${say(labelOf(reason, reasons))} ${count}`)
      .join(', ');
  const about: (readonly [Text, string | null])[] = [
    [messages.runId, run.runId],
    [messages.series, run.stored?.series.split(' ').slice(1).join(' ') ?? run.line?.files.join(', ') ?? null],
    [messages.duration, durationOf(run)],
    [messages.failure, run.line?.failure ?? null],
    [messages.read, textOf(readOf(run))],
    [messages.excluded, facts && of(facts.excluded)],
    [messages.duplicates, facts && of(facts.duplicates)],
    [messages.published, textOf(publishedOf(run))],
  ];
  const known = about.filter(([, value]) => value !== null && value !== '');
  const width = Math.max(...known.map(([label]) => say(label).length));
  const sections = Object.entries(facts?.sections ?? {}).map(
    ([name, rows]) => `${name} ${rows ?? say(messages.missingSection)}`,
  );
  const gaveWay = (facts?.gaveWay ?? []).map(
    ({ reason, name, keptName }) => `${name} -> ${keptName} (${say(labelOf(reason, {}))})`,
  );
  const notices = (facts?.notices ?? []).map(({ text }) => say(text));
  return [
    `${[...title, localTime(run.startedAt), say(outcomeOf(run))].join(' · ')}`,
    ...known.map(([label, value]) => `  ${say(label).padEnd(width)}  ${value}`),
    ...block(say(messages.sections), sections.length > 0 ? [sections.join(', ')] : []),
    ...block(say(messages.gaveWay), some(gaveWay, all, language)),
    ...block(say(messages.notices), notices),
    ...(run.stored ? changeLines(changes, all, language) : []),
  ];
}

/** What is different in the end between two runs, for a person. */
export function compareLines(
  compared: {
    readonly from: number;
    readonly to: number;
    readonly runs: number;
    readonly changes: readonly Change[];
    readonly all: boolean;
  },
  language: Language,
): string[] {
  const { from, to, runs, changes, all } = compared;
  return [messages.compared(from, to, runs)[language], ...changeLines(changes, all, language)];
}

/** How a fleet develops: the runs of each series from the oldest to the newest, a bar for what was published. */
export function trendLines(
  runs: readonly StoredRun[],
  remembered: readonly StoredRun[],
  language: Language,
): string[] {
  const say = (text: Text) => text[language];
  const shown = ['created', 'changed', 'missing'] as const;
  const { number, time, read, published, duration } = messages;
  const columns = [
    right(say(number)),
    left(say(time)),
    right(say(read)),
    right(say(published)),
    ...shown.map((kind) => right(say(kinds[kind]))),
    right(say(duration)),
    left(''),
  ];
  const series = [...new Set(runs.map((run) => run.series))];
  return series.flatMap((name, at) => {
    const own = runs.filter((run) => run.series === name);
    const most = Math.max(1, ...own.map((run) => run.published));
    const rows = own.map((run) => [
      String(run.id),
      localTime(run.startedAt),
      textOf(factsOf(run).read),
      String(run.published),
      ...shown.map((kind) => String(run.changed[kind])),
      durationOf(run),
      '#'.repeat(Math.round((run.published / most) * barWidth)),
    ]);
    const oldest = remembered.filter((run) => run.series === name).at(-1);
    // The first run of a series creates all that it publishes.
    const isForgetful = oldest && oldest.changed.created < oldest.published;
    return [
      ...(at > 0 ? [''] : []),
      name,
      ...textTable(columns, rows),
      ...(isForgetful ? [say(messages.storeOldest(oldest.id))] : []),
    ];
  });
}

/** One run for a program: stable names, times in UTC, null for what is not known. */
export function runJson(run: PastRun): object {
  const { stored, line, runId, startedAt, finishedAt, source, exitCode } = run;
  return {
    run: stored?.id ?? null,
    runId,
    command: line?.command ?? 'extract',
    source,
    sample: line?.sample ?? false,
    series: stored?.series ?? null,
    startedAt,
    finishedAt,
    exitCode,
    failure: line?.failure ?? null,
    read: readOf(run),
    published: publishedOf(run),
    changed: stored?.changed ?? null,
    files: line?.files ?? [],
  };
}

const marks: Readonly<Record<ChangeKind, string>> = {
  created: '+',
  changed: '~',
  renamed: '>',
  missing: '-',
  returned: '+',
  retired: 'x',
};

function changeLines(changes: readonly Change[], all: boolean, language: Language): string[] {
  const counts = countCi(changes);
  const total = changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${kinds[kind][language]} ${counts[kind]}`);
  const lines = changes.map(({ kind, name, header, before, after }) =>
    header === null
      ? `${marks[kind]} ${name} (${fates[kind][language]})`
      : `${marks[kind]} ${name}  ${header} : ${quoted(before)} -> ${quoted(after)}`,
  );
  const title = `${messages.changes[language]} : ${total.join(', ') || messages.none[language]}`;
  return block(language === 'fr' ? title : title.replace(' :', ':'), some(lines, all, language), true);
}

/** A value on one line; an empty one is seen. */
const quoted = (value: string | null): string => `"${(value ?? '').replace(/\s+/g, ' ')}"`;

const block = (title: string, lines: readonly string[], always = false): string[] =>
  lines.length > 0 || always ? [title, ...lines.map((line) => `  ${line}`)] : [];

function some(lines: readonly string[], all: boolean, language: Language): string[] {
  if (all || lines.length <= shownAtFirst) return [...lines];
  return [...lines.slice(0, shownAtFirst), messages.more(lines.length - shownAtFirst)[language]];
}

const left = (title: string): TextColumn => ({ title, align: 'left' });
const right = (title: string): TextColumn => ({ title, align: 'right' });
const textOf = (count: number | null): string => (count === null ? '-' : String(count));

const readOf = ({ stored, line }: PastRun): number | null =>
  (stored && factsOf(stored).read) ?? line?.counts?.read ?? null;
const publishedOf = ({ stored, line }: PastRun): number | null =>
  stored?.published ?? line?.counts?.written ?? null;

function sourceOf({ source, line }: PastRun): Text {
  const name = { fr: source ?? '', en: source ?? '' };
  if (line?.command === 'import') return messages.importOf(name.en);
  return line?.sample ? messages.sample(name.en) : name;
}

function outcomeOf({ exitCode, line }: PastRun): Text {
  if (exitCode === 0 && line?.command === 'import') return messages.imported;
  return outcomes[exitCode] ?? messages.otherExit(exitCode);
}

/** A moment as the clock on the wall shows it. */
function localTime(instant: string): string {
  const time = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** How long it took: `4 s`, `12 min 05 s`, `1 h 12 min`. */
function durationOf({
  startedAt,
  finishedAt,
}: {
  readonly startedAt: string;
  readonly finishedAt: string;
}): string {
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  if (hours > 0) return `${hours} h ${two(minutes)} min`;
  return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
}
