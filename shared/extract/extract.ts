import type { PeopleFilter } from '../people/filter.ts';
import { withoutPeople } from '../people/row-sink.ts';
import type { Progress } from '../run/progress.ts';
import { type QueryFile, readQueryFile } from '../sql/query-file.ts';
import { planQuery, type QueryPlan, type Surroundings } from '../sql/query-plan.ts';
import type { RowSink, SqlQuery, SqlSource } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import type { Spools } from './join.ts';
import { messages } from './messages.ts';
import type { Section, SectionSet } from './section.ts';
import { type Spool, SpoolWriter } from './spool.ts';

const progressEvery = 5_000;

/** The query files of every section, checked without contacting anything. */
export type QueryFiles<S extends SectionSet> = { readonly [Name in keyof S]: QueryFile };

export interface SqlExtraction<S extends SectionSet> {
  readonly base: Spool;
  readonly spools: Spools<S>;
  readonly notices: readonly Notice[];
  /** Rows delivered, by section that was read; null for one that is empty because its view is missing. */
  readonly rows: Readonly<Record<string, number | null>>;
  /** Rows of the base section when everything else had been read. */
  readonly baseRowsAtEnd: number;
}

export interface ExtractionOptions<S extends SectionSet> extends Surroundings {
  readonly sections: S;
  readonly files: QueryFiles<S>;
  readonly key: string;
  /** What of people may be taken: the rest is neither read nor spooled. */
  readonly people: PeopleFilter;
  /** Sections that nobody asks for: empty, without a word. */
  readonly unasked?: readonly string[];
  readonly source: SqlSource;
  readonly folder: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Reads the query of every section, adapted. Throws `ConfigError` on the first that is not a single reading statement. */
export function readQueryFiles<S extends SectionSet>(
  bridge: string,
  sections: S,
  siteFolder: string | null,
  adapted: (file: QueryFile) => QueryFile,
): QueryFiles<S> {
  const files = Object.entries(sections).map(([name, section]) => [
    name,
    adapted(readQueryFile(bridge, section.name, siteFolder)),
  ]);
  return Object.fromEntries(files);
}

/**
 * Drains every section into spools, as many at a time as the source allows, then counts the base section again.
 * Any failure stops all of them.
 */
export async function extractSql<S extends SectionSet>(
  options: ExtractionOptions<S>,
): Promise<SqlExtraction<S>> {
  const { unasked = [] } = options;
  const asked = Object.entries(options.sections).filter(
    ([name, section]) => !unasked.includes(name) && options.people.reads(section),
  );
  const plans = asked.map(([name, section]) => {
    const file = fileOf(options.files, name);
    return { name, section, file, plan: planQuery(file, section.required, options) };
  });
  const drained = await drainAll(plans, options);
  const spools = Object.fromEntries(drained.map(({ name, spool }) => [name, spool])) as Spools<S>;
  const base = spools.base;
  if (!base) throw new Error('the base section is required, so its view cannot be missing');
  const again = plans.find(({ name }) => name === 'base')?.plan.query;
  const baseRowsAtEnd = again ? await countRows(again, options.source, options.signal) : 0;
  const notices = plans.flatMap(({ plan }) => plan.notices);
  if (baseRowsAtEnd !== base.rowCount)
    notices.push({ code: 'base-moved', text: messages.baseMoved(base.rowCount, baseRowsAtEnd) });
  return {
    base,
    spools,
    notices,
    // In the order of the sections: which lane is ready first depends on the day.
    rows: Object.fromEntries(plans.map(({ name, file }) => [file.section, spools[name]?.rowCount ?? null])),
    baseRowsAtEnd,
  };
}

interface Planned {
  readonly name: string;
  readonly section: Section;
  readonly file: QueryFile;
  readonly plan: QueryPlan;
}
interface Drained extends Planned {
  readonly spool: Spool | null;
}

async function drainAll<S extends SectionSet>(
  plans: readonly Planned[],
  options: ExtractionOptions<S>,
): Promise<Drained[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const waiting = [...plans];
  const drained: Drained[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        drained.push(await drain(next, { ...options, signal }));
      } catch (error) {
        waiting.length = 0;
        stop.abort(error);
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: options.source.connections }, lane);
  const results = await Promise.allSettled(lanes);
  if (stop.signal.aborted) throw stop.signal.reason;
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return drained;
}

async function drain<S extends SectionSet>(
  planned: Planned,
  options: ExtractionOptions<S>,
): Promise<Drained> {
  const { query } = planned.plan;
  if (!query) return { ...planned, spool: null };
  const writer = new SpoolWriter(planned.file, options.key, options.folder);
  try {
    const sink = watched(writer, planned.file, options.progress);
    const { people, key, signal } = options;
    await options.source.read(query, withoutPeople(people, planned.section, key, sink), signal);
    return { ...planned, spool: writer.finish() };
  } finally {
    writer.close();
  }
}

/** Counts the rows of a query without keeping them. */
async function countRows(query: SqlQuery, source: SqlSource, signal: AbortSignal): Promise<number> {
  let count = 0;
  const sink: RowSink = {
    columns: () => {},
    row: () => {
      count += 1;
    },
    restart: () => {
      count = 0;
    },
  };
  await source.read(query, sink, signal);
  return count;
}

/** Passes rows on to the spool, and tells how many now and then. */
export function watched(writer: SpoolWriter, file: QueryFile, progress: Progress): RowSink {
  let count = 0;
  return {
    columns: (names) => writer.columns(names),
    row: (cells) => {
      writer.row(cells);
      count += 1;
      if (count % progressEvery === 0) progress({ step: 'read', subject: file.section, count });
    },
    restart: () => {
      writer.restart();
      count = 0;
    },
  };
}

function fileOf<S extends SectionSet>(files: QueryFiles<S>, name: keyof S): QueryFile {
  return files[name];
}
