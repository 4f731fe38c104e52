import type sql from 'mssql';
import { TransientError } from '../errors.ts';
import { wallClockText } from '../instant.ts';
import { queryError } from './driver-errors.ts';
import { messages } from './messages.ts';
import type { Cell, RowSink, SqlQuery } from './source.ts';

/** How long to wait for the driver's word that a query is cancelled, beyond its own limit. */
const cancelMilliseconds = 6_000;

/** Delivers every row, or rejects: on an error of the server, on silence, on abort, on an error of the sink. */
export function streamRows(
  pool: sql.ConnectionPool,
  query: SqlQuery,
  sink: RowSink,
  signal: AbortSignal,
  idleSeconds: number,
): Promise<void> {
  const request = pool.request();
  request.stream = true;
  request.arrayRowMode = true;
  let failure: unknown;
  let deadline: NodeJS.Timeout | undefined;
  let stopped = () => {};
  let lastHeard = Date.now();
  let heard = true;
  const stop = (reason: unknown) => {
    failure ??= reason;
    request.cancel();
    stopped();
  };
  const guarded =
    <T>(action: (delivered: T) => void) =>
    (delivered: T) => {
      heard = true;
      if (failure !== undefined) return;
      try {
        action(delivered);
      } catch (error) {
        stop(error);
      }
    };
  const watchdog = setInterval(() => {
    if (heard) lastHeard = Date.now();
    heard = false;
    if (Date.now() - lastHeard <= idleSeconds * 1000) return;
    const text = messages.silent(query.origin, idleSeconds);
    stop(new TransientError(text, { hint: messages.connectionLostHint }));
  }, 250);
  const abort = () => stop(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const columns = (each: readonly { name: string }[]) => sink.columns(each.map((column) => column.name));
  request.on('recordset', guarded(columns));
  request.on(
    'row',
    guarded((values: unknown[]) => sink.row(values.map(toCell))),
  );
  request.on('error', (error: unknown) => {
    failure ??= queryError(error, query.origin);
  });
  for (const [name, value] of Object.entries(query.parameters)) request.input(name, value);
  return new Promise((resolve, reject) => {
    // The driver says `done` after an error too: only the absence of an error is success.
    const end = () => {
      clearInterval(watchdog);
      clearTimeout(deadline);
      signal.removeEventListener('abort', abort);
      if (failure === undefined) resolve();
      else reject(failure);
    };
    stopped = () => {
      deadline ??= setTimeout(end, cancelMilliseconds);
    };
    request.on('done', end);
    void request.query(query.text);
  });
}

/** What the driver gives for one value, as every source gives it. */
function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) return wallClockText(value);
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value);
}
