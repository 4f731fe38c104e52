import type { RowSink } from '../sql/source.ts';
import type { Notice } from '../text.ts';
import { askBatch, batchSize } from './batch.ts';
import { callGraph, type Line } from './call.ts';
import type { Clock } from './clock.ts';
import { readPage, type SeenLinks } from './collection.ts';
import { messages } from './messages.ts';
import { type Patience, Persistence } from './persistence.ts';
import { PageExpired } from './refusal.ts';
import { type ReportPatience, Reports } from './report.ts';
import type { Send } from './send.ts';
import type { GraphSource, Item, ItemSink, ReportRequest } from './source.ts';
import { rolesOf, type Tokens } from './tokens.ts';

/** Times that a collection is read from its first page before the run gives up. */
const mostReadings = 3;

/** What a client is made of. */
export interface ClientOptions {
  /** Scheme, host and port of Graph. */
  readonly root: string;
  readonly send: Send;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly patience: Patience & ReportPatience;
  /** Ends what `send` holds open. */
  close(): Promise<void>;
}

/** Microsoft Graph by way of `Send`: the real one, or the sample. */
export class GraphClient implements GraphSource {
  readonly #line: Line;
  readonly #persistence: Persistence;
  readonly #reports: Reports;
  readonly #notices: Notice[] = [];
  readonly close: () => Promise<void>;

  constructor({ root, send, tokens, clock, patience, close }: ClientOptions) {
    this.#line = { root, send, tokens, idleSeconds: patience.idleSeconds, now: () => clock.now() };
    this.#persistence = new Persistence(patience, clock);
    const notice = (notice: Notice) => void this.#notices.push(notice);
    this.#reports = new Reports({
      line: this.#line,
      persistence: this.#persistence,
      patience,
      clock,
      notice,
    });
    this.close = close;
  }

  get retries(): number {
    return this.#persistence.retries;
  }

  notices(): readonly Notice[] {
    const { retries } = this;
    const again: Notice[] = retries > 0 ? [{ code: 'sent-again', text: messages.sentAgain(retries) }] : [];
    return [...this.#notices, ...again];
  }

  read(path: string, signal: AbortSignal): Promise<Item> {
    return this.#persistence.persist(signal, () => callGraph(this.#line, { url: path }, signal));
  }

  async list(path: string, sink: ItemSink, signal: AbortSignal): Promise<void> {
    const bare = path.replace(/\?.*/s, '');
    for (let reading = 1; ; reading += 1) {
      try {
        return await this.#listOnce(path, bare, sink, signal);
      } catch (error) {
        if (!(error instanceof PageExpired) || reading === mostReadings) throw error;
        this.#notices.push({ code: 'read-again', text: messages.restarted(bare) });
        sink.restart();
      }
    }
  }

  async batch(paths: readonly string[], signal: AbortSignal): Promise<readonly (Item | null)[]> {
    const items: (Item | null)[] = [];
    for (let start = 0; start < paths.length; start += batchSize) {
      const batch = { paths: paths.slice(start, start + batchSize), answers: new Map<number, Item | null>() };
      await this.#persistence.persist(signal, () => askBatch(this.#line, batch, signal));
      items.push(...batch.paths.map((_, place) => batch.answers.get(place) ?? null));
    }
    return items;
  }

  report(request: ReportRequest, sink: RowSink, signal: AbortSignal): Promise<void> {
    return this.#reports.read(request, sink, signal);
  }

  async permissions(signal: AbortSignal): Promise<readonly string[]> {
    const token = await this.#persistence.persist(signal, () => this.#line.tokens.token(signal));
    return rolesOf(token);
  }

  async #listOnce(path: string, bare: string, sink: ItemSink, signal: AbortSignal): Promise<void> {
    const seen: SeenLinks = new Set();
    for (let at: string | null = path; at !== null; ) {
      const page = readPage(await this.read(at, signal), bare, this.#line, seen);
      sink.items(page.items);
      at = page.next;
    }
  }
}
