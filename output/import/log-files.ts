import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../file-failure.ts';

/** Where DataImporter writes its log, and how the name begins; it adds the time: `<prefix>_20261122_020000.log`. */
export interface LogPlace {
  readonly folder: string;
  readonly prefix: string;
}

/** A log that was written during a run. */
export interface WrittenLog {
  readonly name: string;
  readonly path: string;
  /** First byte of this run: not 0 in a log that was there before and has grown. */
  readonly start: number;
}

interface FileState {
  readonly bytes: number;
  readonly modified: number;
  /** The last bytes, of a log without a time in its name, which the program may go on with; else empty. */
  readonly ending: Buffer;
}
/** The logs of a folder at one moment, by name. */
export type LogSnapshot = ReadonlyMap<string, FileState>;

const pollMilliseconds = 200;
const endingBytes = 256;

/** The path that `/LogFilePath` gets. */
export const logPath = ({ folder, prefix }: LogPlace): string => join(folder, `${prefix}.log`);

/**
 * The logs that are in the folder now. What is new is told from what was there before the run, never from a clock:
 * the folder may be on another machine.
 */
export async function snapshotLogs({ folder, prefix }: LogPlace): Promise<LogSnapshot> {
  const start = prefix.toLowerCase();
  const names = (await readdir(folder)).filter((name) => {
    const lower = name.toLowerCase();
    return lower.startsWith(start) && lower.endsWith('.log');
  });
  const states: [string, FileState][] = [];
  for (const name of names) {
    const state = await stateOf(join(folder, name));
    if (state) states.push([name, state]);
  }
  return new Map(states);
}

/**
 * The logs of this run, oldest first: those that came or grew since the snapshot. Waits until there is one, at most
 * so long, and until none of them grows any more.
 */
export async function writtenLogs(
  place: LogPlace,
  before: LogSnapshot,
  waitMilliseconds: number,
): Promise<WrittenLog[]> {
  const until = Date.now() + waitMilliseconds;
  let last = '';
  for (;;) {
    const now = await snapshotLogs(place);
    const written = changes(place, before, now);
    const seen = written.map((name) => `${name} ${now.get(name)?.bytes} ${now.get(name)?.modified}`).join();
    const isSettled = written.length > 0 && seen === last;
    if (isSettled || Date.now() >= until)
      return await Promise.all(written.map((name) => found(place, before, name)));
    last = seen;
    await pause(Math.min(pollMilliseconds, Math.max(1, until - Date.now())));
  }
}

/** Names of the logs that came or changed, oldest first; those of another, longer prefix only when there is no other. */
function changes({ prefix }: LogPlace, before: LogSnapshot, now: LogSnapshot): string[] {
  const orderOf = (name: string, { modified }: FileState) =>
    `${stampOf(name) ?? ''} ${String(Math.round(modified)).padStart(16, '0')}`;
  const written = [...now]
    .filter(([name, state]) => isOtherThan(before.get(name), state))
    .map(([name, state]) => ({ name, order: orderOf(name, state) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ name }) => name);
  const own = written.filter((name) => isNameOf(prefix, name));
  return own.length > 0 ? own : written;
}

const isOtherThan = (former: FileState | undefined, now: FileState): boolean =>
  !former || former.bytes !== now.bytes || former.modified !== now.modified;

async function found({ folder }: LogPlace, before: LogSnapshot, name: string): Promise<WrittenLog> {
  const path = join(folder, name);
  return { name, path, start: await goneOnFrom(path, before.get(name)) };
}

/** Where the part of this run begins: after the former bytes when they are still there, else at the start. */
async function goneOnFrom(path: string, former: FileState | undefined): Promise<number> {
  if (!former || former.ending.length === 0 || (await stat(path)).size <= former.bytes) return 0;
  return (await bytesBefore(path, former.bytes)).equals(former.ending) ? former.bytes : 0;
}

const stampOf = (name: string): string | null => /_(\d{8}_\d{6})/.exec(name)?.[1] ?? null;

/** Whether the name is the prefix alone or with the time, not that of another, longer prefix. */
const isNameOf = (prefix: string, name: string): boolean =>
  /^(_\d{8}_\d{6}.*)?\.log$/i.test(name.slice(prefix.length));

async function stateOf(path: string): Promise<FileState | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    const isStamped = stampOf(basename(path)) !== null;
    // A log that cannot be read now is not one that a run goes on with.
    const ending = isStamped ? Buffer.alloc(0) : await bytesBefore(path, size).catch(() => Buffer.alloc(0));
    return { bytes: size, modified: mtimeMs, ending };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function bytesBefore(path: string, end: number): Promise<Buffer> {
  const start = Math.max(0, end - endingBytes);
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
