import { SourceError, TransientError } from '../errors.ts';
import type { RowSink } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import { type Call, callGraph, type Line } from './call.ts';
import type { Clock } from './clock.ts';
import type { Persistence } from './persistence.ts';
import { JobSpoiled, readDownload } from './report-download.ts';
import { messages } from './report-messages.ts';
import type { Item, ReportRequest } from './source.ts';

const jobsPath = '/v1.0/deviceManagement/reports/exportJobs';
/** Jobs that are asked for before the run gives up. */
const mostJobs = 3;
const longestPollSeconds = 30;
/** Intune takes 48 calls a minute about jobs from one application. */
const callsPerMinute = 40;
const minute = 60_000;

/** How long reports are waited for, and how much they may hold. */
export interface ReportPatience {
  readonly idleSeconds: number;
  /** First pause between two looks at a job; it doubles, up to half a minute. */
  readonly pauseSeconds: number;
  readonly reportSeconds: number;
  readonly reportBytes: number;
}

/** What the reports of one client share. */
export interface ReportContext {
  readonly line: Line;
  readonly persistence: Persistence;
  readonly patience: ReportPatience;
  readonly clock: Clock;
  notice(notice: Notice): void;
}

/** Export reports: a job is asked for, watched, downloaded and read. */
export class Reports {
  readonly #context: ReportContext;
  /** When Intune was last asked about jobs, the latest last. */
  readonly #calls: number[] = [];

  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** Every row of a report, in the order of its columns. */
  async read(request: ReportRequest, sink: RowSink, signal: AbortSignal): Promise<void> {
    const fresh = freshSink(sink);
    for (let job = 1; ; job += 1) {
      try {
        return await this.#readJob(request, fresh, signal);
      } catch (error) {
        if (!(error instanceof JobSpoiled)) throw error;
        if (job === mostJobs) throw givenUp(job, error);
        this.#context.notice({ code: 'read-again', text: messages.newJob(error.text) });
      }
    }
  }

  async #readJob(request: ReportRequest, sink: RowSink, signal: AbortSignal): Promise<void> {
    const { line, persistence, patience, clock, notice } = this.#context;
    const url = await this.#prepare(request, signal);
    const download = { request, url, mostBytes: patience.reportBytes };
    const manner = { idleSeconds: patience.idleSeconds, signal };
    await persistence.persist(signal, async () => {
      sink.restart();
      await readDownload(line.send, download, sink, manner, clock.now()).catch((error: unknown): never => {
        if (error instanceof TransientError)
          notice({ code: 'read-again', text: messages.readAgain(error.text) });
        throw error;
      });
    });
  }

  /** Asks for a job and waits until it is done; the address of its file. */
  async #prepare({ name, select, filter }: ReportRequest, signal: AbortSignal): Promise<string> {
    const { patience, clock } = this.#context;
    const post = {
      reportName: name,
      select,
      format: 'csv',
      localizationType: 'replaceLocalizableValues',
      ...(filter !== undefined && { filter }),
    };
    let job = await this.#call({ url: jobsPath, post }, signal);
    const url = `${jobsPath}('${encodeURIComponent(String(job.id))}')`;
    const start = clock.now();
    for (let look = 0; job.status !== 'completed'; look += 1) {
      if (job.status === 'failed') throw new JobSpoiled(messages.jobFailed(name), { hint: messages.jobHint });
      if (clock.now() - start > patience.reportSeconds * 1000)
        throw new JobSpoiled(messages.jobStuck(name, patience.reportSeconds / 60), {
          hint: messages.jobHint,
        });
      await clock.sleep(Math.min(longestPollSeconds, patience.pauseSeconds * 2 ** look) * 1000, signal);
      job = await this.#call({ url }, signal);
    }
    return addressOf(job, name);
  }

  #call(call: Call, signal: AbortSignal): Promise<Item> {
    const { line, persistence } = this.#context;
    return persistence.persist(signal, async () => {
      await this.#pace(signal);
      return callGraph(line, call, signal);
    });
  }

  /** Waits until another call about jobs is within the limit. */
  async #pace(signal: AbortSignal): Promise<void> {
    const { clock } = this.#context;
    const oldest = this.#calls.length < callsPerMinute ? null : this.#calls.shift();
    this.#calls.push(Math.max(clock.now(), (oldest ?? Number.NEGATIVE_INFINITY) + minute));
    const wait = (this.#calls.at(-1) ?? 0) - clock.now();
    if (wait > 0) await clock.sleep(wait, signal);
  }
}

/** A sink that is restarted only when something was delivered. */
function freshSink(sink: RowSink): RowSink {
  let used = false;
  return {
    columns: (names) => {
      used = true;
      sink.columns(names);
    },
    row: (cells) => sink.row(cells),
    restart: () => {
      if (used) sink.restart();
      used = false;
    },
  };
}

function addressOf({ url }: Item, name: string): string {
  if (typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:') return url;
  throw new JobSpoiled(messages.jobUnreadable(name), { hint: messages.jobHint });
}

function givenUp(jobs: number, error: JobSpoiled): SourceError {
  const details = error.hint ? { hint: error.hint, cause: error } : { cause: error };
  return new SourceError(messages.givenUp(jobs, error.text), details);
}
