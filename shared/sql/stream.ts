import type sql from 'mssql';
import { wallClockText } from '../instant.ts';
import { messages } from './messages.ts';
import type { Cell, RowSink, SqlQuery } from './source.ts';

/** How long a server may take to acknowledge that a query is cancelled. */
const cancelMilliseconds = 5_000;

/** Delivers every row, or rejects: on the driver's error, on silence, on abort, on an error of the sink. */
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
  const stop = (reason: unknown) => {
    failure ??= reason;
    request.cancel();
    stopped();
  };
  const guarded = (action: () => void) => {
    lastHeard = Date.now();
    if (failure !== undefined) return;
    try {
      action();
    } catch (error) {
      stop(error);
    }
  };
  const watchdog = setInterval(() => {
    const silence = Date.now() - lastHeard > idleSeconds * 1000;
    if (silence) stop(Object.assign(new Error(messages.idle(idleSeconds).en), { code: 'IDLE' }));
  }, 250);
  const abort = () => stop(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  request.on('recordset', (columns: readonly { name: string }[]) =>
    guarded(() => sink.columns(columns.map((column) => column.name))),
  );
  request.on('row', (cells: unknown[]) => guarded(() => sink.row(toCells(cells))));
  request.on('error', (error: unknown) => {
    failure ??= error;
  });
  for (const [name, value] of Object.entries(query.parameters)) request.input(name, value);
  return new Promise((resolve, reject) => {
    // The driver says `done` after an error too: only the absence of an error is success.
    const end = () => {
      clearInterval(watchdog);
      clearTimeout(deadline);
      signal.removeEventListener('abort', abort);
      process.removeListener('uncaughtException', stop);
      if (failure === undefined) resolve();
      else reject(failure);
    };
    stopped = () => {
      deadline ??= setTimeout(end, cancelMilliseconds);
    };
    request.on('done', end);
    // On bytes that make no sense the driver throws where no promise can catch it.
    process.on('uncaughtException', stop);
    void request.query(query.text);
  });
}

function toCells(values: unknown[]): Cell[] {
  return values.map((value) => {
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      return value;
    if (value instanceof Date) return wallClockText(value);
    if (Buffer.isBuffer(value)) return value.toString('hex');
    return String(value);
  });
}
