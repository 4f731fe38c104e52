import type { Secrets } from '../../shared/secret.ts';
import type { Notice } from '../../shared/text.ts';
import { errorCode } from '../file-failure.ts';
import { copyLimit, LogCopy } from './log-copy.ts';
import { type LogPlace, type LogSnapshot, type WrittenLog, writtenLogs } from './log-files.ts';
import { logLines } from './log-lines.ts';
import { type LogFindings, LogReading } from './log-reading.ts';
import { logRedaction, withoutPassword } from './log-redaction.ts';
import { messages } from './messages.ts';
import type { ImportSettings } from './preparation.ts';
import type { ProgramEnd } from './program.ts';

/** Where the redacted logs of all imports are, and the name of this one's. */
export interface LogCopies {
  readonly folder: string;
  readonly name: string;
}

/** What the log of a run says, and where its redacted copy is. */
export interface ReadLog {
  readonly findings: LogFindings | null;
  readonly copy: string | null;
  readonly notices: readonly Notice[];
}

/** Where the log of a run is to be found, and what it is about. */
export interface LogSearch {
  readonly settings: ImportSettings;
  readonly secrets: Secrets;
  readonly copies: LogCopies;
  readonly place: LogPlace;
  readonly before: LogSnapshot;
  readonly end: ProgramEnd;
  readonly sources: readonly string[];
  /** Paths that the log repeats, whose words mean nothing. */
  readonly paths: readonly string[];
}

/** Finds and reads the log; one that cannot be read is none, and told. */
export async function readLog(search: LogSearch): Promise<ReadLog> {
  const { settings, place, before, end } = search;
  const nothing = { findings: null, copy: null, notices: [] };
  if (end.kind === 'notStarted') return nothing;
  try {
    const wait = end.kind === 'ended' ? settings.log.waitSeconds * 1_000 : 0;
    const logs = await writtenLogs(place, before, wait);
    return logs.length > 0 ? await readAll(logs, search) : nothing;
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return {
      ...nothing,
      notices: [{ code: 'log-unreadable', text: messages.logUnreadable(place.folder, code) }],
    };
  }
}

/** One pass over the logs: understood as they are, but for password and paths; kept and told redacted. */
async function readAll(
  logs: readonly WrittenLog[],
  { settings, secrets, copies, sources, paths }: LogSearch,
): Promise<ReadLog> {
  const reading = new LogReading(settings.patterns, sources);
  const redacted = logRedaction(secrets, settings.login);
  const copy = new LogCopy(copies.folder, copies.name);
  for (const log of logs)
    for await (const line of logLines(log.path, log.start)) {
      const shown = redacted(line);
      const understood = paths.reduce(
        (text, path) => text.replaceAll(path, ''),
        withoutPassword(secrets, line),
      );
      reading.add(understood, shown);
      await copy.add(shown);
    }
  const isKept = await copy.close();
  const notices: Notice[] = [];
  const names = logs.map(({ name }) => name);
  if (names.length > 1) notices.push({ code: 'several-logs', text: messages.severalLogs(names) });
  if (!isKept) notices.push({ code: 'log-not-kept', text: messages.logNotKept(copy.path) });
  if (copy.isCut) notices.push({ code: 'log-cut', text: messages.logCut(copyLimit / 1_000_000) });
  return { findings: reading.findings(), copy: isKept ? copy.path : null, notices };
}
