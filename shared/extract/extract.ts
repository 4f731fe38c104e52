import { setTimeout as pause } from 'node:timers/promises';
import { SourceError, TransientError } from '../errors.ts';
import type { Progress } from '../run/progress.ts';
import { type QueryFile, readQueryFile } from '../sql/query-file.ts';
import { type Parameters, planQuery, type QueryPlan } from '../sql/query-plan.ts';
import type { Catalogue, RowSink, SqlQuery, SqlSource } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import type { Spools } from './join.ts';
import { messages } from './messages.ts';
import type { SectionSet } from './section.ts';
import { type Spool, SpoolWriter } from './spool.ts';

/** Milliseconds to wait before a broken section is read again, once for each further reading. */
export const retryPauses: readonly number[] = [1_000, 5_000];
const progressEvery = 5_000;

/** The query files of every section, checked without contacting anything. */
export type QueryFiles<S extends SectionSet> = { readonly [Name in keyof S]: QueryFile };

export interface SqlExtraction<S extends SectionSet> {
  readonly base: Spool;
  readonly spools: Spools<S>;
  readonly notices: readonly Notice[];
  /** Rows delivered, by section; null for a section that is empty because its view is missing. */
  readonly rows: Readonly<Record<string, number | null>>;
  /** Sections that were read again after a passing fault. */
  readonly retries: number;
  /** Rows of the base section when everything else had been read. */
  readonly baseRowsAtEnd: number;
}

export interface ExtractionOptions<S extends SectionSet> {
  readonly sections: S;
  readonly files: QueryFiles<S>;
  readonly key: string;
  readonly source: SqlSource;
  readonly catalogue: Catalogue;
  readonly parameters: Parameters;
  readonly folder: string;
  readonly pauses: readonly number[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Reads the query of every section. Throws `ConfigError` on the first that is not a single reading statement. */
export function readQueryFiles<S extends SectionSet>(
  bridge: string,
  sections: S,
  siteFolder: string | null,
): QueryFiles<S> {
  const files = Object.entries(sections).map(([name, section]) => [
    name,
    readQueryFile(bridge, section.name, siteFolder),
  ]);
  return Object.fromEntries(files);
}

/**
 * Drains every section into spools, as many at a time as the source allows, then counts the base section again.
 * Any failure that reading a section again does not cure stops all of them.
 */
export async function extractSql<S extends SectionSet>(
  options: ExtractionOptions<S>,
): Promise<SqlExtraction<S>> {
  const plans = Object.entries(options.sections).map(([name, section]) => {
    const file = fileOf(options.files, name);
    return { name, file, plan: planQuery(file, section.required, options.catalogue, options.parameters) };
  });
  const drained = await drainAll(plans, options);
  const spools = Object.fromEntries(drained.map(({ name, spool }) => [name, spool])) as Spools<S>;
  const base = spools.base;
  if (!base) throw new Error('the base section is required, so its view cannot be missing');
  const basePlan = plans.find(({ name }) => name === 'base');
  const baseRowsAtEnd = basePlan ? await countRows(basePlan, options) : 0;
  const notices = [...plans.flatMap(({ plan }) => plan.notices), ...drained.flatMap((each) => each.notices)];
  if (baseRowsAtEnd !== base.rowCount)
    notices.push({ code: 'base-moved', text: messages.baseMoved(base.rowCount, baseRowsAtEnd) });
  return {
    base,
    spools,
    notices,
    rows: Object.fromEntries(drained.map(({ file, spool }) => [file.section, spool?.rowCount ?? null])),
    retries: drained.reduce((sum, { notices: own }) => sum + own.length, 0),
    baseRowsAtEnd,
  };
}

interface Planned {
  readonly name: string;
  readonly file: QueryFile;
  readonly plan: QueryPlan;
}
interface Drained extends Planned {
  readonly spool: Spool | null;
  readonly notices: readonly Notice[];
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
  if (!query) return { ...planned, spool: null, notices: [] };
  const writer = new SpoolWriter(planned.file, options.key, options.folder);
  try {
    const notices = await readWithRetries(
      query,
      planned.file,
      watched(writer, planned.file, options),
      options,
    );
    return { ...planned, spool: writer.finish(), notices };
  } finally {
    writer.close();
  }
}

/** Counts the rows of the base section without keeping them. */
async function countRows<S extends SectionSet>(
  planned: Planned,
  options: ExtractionOptions<S>,
): Promise<number> {
  let count = 0;
  const sink: RestartableSink = {
    columns: () => {},
    row: () => {
      count += 1;
    },
    restart: () => {
      count = 0;
    },
  };
  if (planned.plan.query) await readWithRetries(planned.plan.query, planned.file, sink, options);
  return count;
}

interface RestartableSink extends RowSink {
  restart(): void;
}

/** Reads one query to its last row, from its start again after a passing fault; tells of each repetition. */
async function readWithRetries<S extends SectionSet>(
  query: SqlQuery,
  file: QueryFile,
  sink: RestartableSink,
  { source, signal, pauses }: ExtractionOptions<S>,
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await source.read(query, sink, signal);
      return notices;
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      const wait = pauses[attempt - 1];
      if (wait === undefined) throw giveUp(file, attempt, error);
      notices.push({ code: 'section-retried', text: messages.sectionRetried(file, error.text) });
      sink.restart();
      await pause(wait, undefined, { signal });
    }
  }
}

function giveUp(file: QueryFile, attempts: number, error: TransientError): SourceError {
  const details = error.hint ? { hint: error.hint, cause: error } : { cause: error };
  return new SourceError(messages.sectionFailed(file, attempts, error.text), details);
}

/** Passes rows on to the spool, and tells how many now and then. */
function watched<S extends SectionSet>(
  writer: SpoolWriter,
  file: QueryFile,
  { progress }: ExtractionOptions<S>,
): RestartableSink {
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
