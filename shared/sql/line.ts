import Module, { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type sql from 'mssql';
import { ConfigError, TransientError } from '../errors.ts';
import { requireEncryption } from './encryption.ts';
import { messages } from './messages.ts';
import type { SqlServerSettings } from './settings.ts';

type Driver = typeof sql;

const closeMilliseconds = 2_000;

/** A connection that is yet to be made, and the error numbers that the server sent on it while logging in. */
export interface Line {
  readonly driver: Driver;
  readonly pool: sql.ConnectionPool;
  readonly told: number[];
}

/** A connection as the settings want it, encrypted where they require it; contacts nothing. */
export async function newLine(
  settings: Pick<SqlServerSettings, 'login' | 'encryption'>,
  config: sql.config,
): Promise<Line> {
  const driver = await loadDriver(settings);
  const told: number[] = [];
  const beforeConnect: sql.config['beforeConnect'] = (connection) => {
    if (settings.encryption === 'required') requireEncryption(connection);
    connection.on('errorMessage', ({ number }: { number: number }) => told.push(number));
  };
  // The driver of Windows encrypts or fails by itself, and hands this hook no connection.
  const hooked = settings.login.kind === 'windows' ? config : { ...config, beforeConnect };
  const pool = new driver.ConnectionPool(hooked);
  pool.on('error', () => {}); // without a listener a dropped idle connection would end the process
  return { driver, pool, told };
}

/** The work's end, or the reason of the signal as soon as it is aborted. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The work's end, or `TransientError` when it takes longer than the server may be silent. */
export async function within<T>(seconds: number, server: string, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const text = messages.silent(server, seconds);
  const timer = setTimeout(
    () => late.abort(new TransientError(text, { hint: messages.unreachableHint })),
    seconds * 1000,
  );
  return unlessAborted(work, late.signal).finally(() => clearTimeout(timer));
}

/** Closes a pool that may be beyond closing; whatever stays open ends with the process. */
export async function closeQuietly(pool: sql.ConnectionPool): Promise<void> {
  const late = new AbortController();
  const closed = pool.close().catch(() => {});
  await Promise.race([closed, pause(closeMilliseconds, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
}

async function loadDriver({ login }: Pick<SqlServerSettings, 'login'>): Promise<Driver> {
  if (login.kind !== 'windows') {
    spareLogins();
    return (await import('mssql')).default;
  }
  const missing = { hint: messages.windowsDriverMissingHint };
  if (process.platform !== 'win32') throw new ConfigError(messages.windowsDriverMissing, missing);
  try {
    return (await import('mssql/msnodesqlv8.js')).default;
  } catch (cause) {
    throw new ConfigError(messages.windowsDriverMissing, { ...missing, cause });
  }
}

/**
 * The driver loads Microsoft's login library for kinds of login that no setting asks for: 235 modules, a tenth of a
 * second and 10 MB of every run. An empty module stands for it, unless it has been loaded.
 */
function spareLogins(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('tedious'));
  const library = require.resolve('@azure/identity');
  require.cache[library] ??= Object.assign(new Module(library), { loaded: true });
}
