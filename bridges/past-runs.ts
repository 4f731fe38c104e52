import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../shared/errors.ts';
import { type JournalLine, readJournal } from '../shared/run/journal.ts';
import type { StoredRun } from '../shared/store/history.ts';
import type { HistoryArguments, ListArguments } from './commands/history.ts';
import { configFileName, loadConfig, stateFolder } from './config.ts';
import { messages } from './history-messages.ts';
import type { Terminal } from './terminal.ts';

const counts = z.record(z.string(), z.number()).default({});

/** What a run said of itself when it published, whatever version it was of. */
const factsSchema = z.looseObject({
  read: z.number().nullable().default(null),
  sections: z.record(z.string(), z.number().nullable()).default({}),
  excluded: counts,
  duplicates: counts,
  gaveWay: z.array(z.looseObject({ reason: z.string(), name: z.string(), keptName: z.string() })).default([]),
  notices: z
    .array(z.looseObject({ code: z.string(), text: z.object({ fr: z.string(), en: z.string() }) }))
    .default([]),
});
export type PastFacts = Readonly<z.infer<typeof factsSchema>>;

/** One run of the past: from the store when it was published and is remembered, else from the journal. */
export interface PastRun {
  /** What the store remembers; null for a run that published nothing, or that is forgotten. */
  readonly stored: StoredRun | null;
  /** Its line of the journal; null for one that was killed before it could write it. */
  readonly line: JournalLine | null;
  readonly runId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Bridge; null for an import that met no manifest. */
  readonly source: string | null;
  readonly exitCode: number;
}

/** The state folder that is asked for; the language is that of its configuration. */
export async function askedState(asked: HistoryArguments, terminal: Terminal): Promise<string> {
  const needed = asked.config !== undefined || existsSync(configFileName);
  const { config, folder } = await loadConfig(asked.config, needed);
  terminal.followConfig(config.language);
  return stateFolder(asked.state, folder);
}

/** Published, failed and refused runs and imports, the newest first. */
export function pastRuns(stateFolder: string, stored: readonly StoredRun[]): PastRun[] {
  const lines = new Map(readJournal(stateFolder).map((line) => [line.runId, line]));
  const published = stored.map((run): PastRun => {
    const { runId, startedAt, finishedAt, source } = run;
    return { stored: run, line: lines.get(runId) ?? null, runId, startedAt, finishedAt, source, exitCode: 0 };
  });
  const known = new Set(stored.map(({ runId }) => runId));
  const others = [...lines.values()]
    .filter(({ runId }) => !known.has(runId))
    .map((line): PastRun => {
      const { runId, startedAt, finishedAt, source, exitCode } = line;
      return { stored: null, line, runId, startedAt, finishedAt, source, exitCode };
    });
  return [...published, ...others].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** The newest of some, of one source if that is asked for. Throws `ConfigError` on a limit that is none. */
export function newest<T extends { readonly source: string | null }>(
  runs: readonly T[],
  { source, limit }: Pick<ListArguments, 'source' | 'limit'>,
): T[] {
  if (!Number.isInteger(limit) || limit < 1)
    throw new ConfigError(messages.limitWrong, { hint: messages.limitWrongHint });
  return runs.filter((run) => source === undefined || run.source === source).slice(0, limit);
}

/** The run of a number or id, or the last published one. Throws `ConfigError`, which tells forgotten from unknown. */
export function findRun(runs: readonly PastRun[], asked: string): PastRun {
  const ids = runs.flatMap(({ stored }) => stored?.id ?? []);
  const number = /^\d+$/.test(asked) ? Number(asked) : null;
  const found =
    asked === 'last'
      ? runs.find(({ stored }) => stored !== null)
      : runs.find(({ stored, runId }) => stored?.id === number || runId === asked);
  if (found) return found;
  if (number !== null && number > 0 && number < Math.max(...ids))
    throw new ConfigError(messages.runForgotten(asked, Math.min(...ids)), {
      hint: messages.runForgottenHint,
    });
  throw new ConfigError(messages.runUnknown(asked), { hint: messages.runUnknownHint });
}

/** What a stored run said of itself; nothing that it did not say. */
export function factsOf({ manifest }: Pick<StoredRun, 'manifest'>): PastFacts {
  try {
    return factsSchema.parse(JSON.parse(manifest));
  } catch {
    return factsSchema.parse({});
  }
}
