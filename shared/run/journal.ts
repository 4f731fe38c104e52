import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One run in one line, failed and refused ones too; names counts, never people or secrets. */
export interface JournalEntry {
  readonly runId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly version: string;
  /** What ran; an extraction when absent. */
  readonly command?: 'import' | 'revive' | 'renames';
  /** Bridge; null for an import that met no manifest. */
  readonly source: string | null;
  readonly sample: boolean;
  readonly exitCode: number;
  /** Class and English text of the failure; null for a complete run. */
  readonly failure: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly files: readonly string[];
}

/** Name of the journal in the state folder. */
export const journalFileName = 'journal.ndjson';

/** What reading needs of a line, whatever else is in it. */
const lineSchema = z.looseObject({
  runId: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  command: z.string().optional(),
  source: z.string().nullable(),
  sample: z.boolean(),
  exitCode: z.int(),
  failure: z.string().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
  files: z.array(z.string()),
});
export type JournalLine = Readonly<z.infer<typeof lineSchema>>;

/** Adds a line to the journal in the state folder; one that a killed process left half written stays by itself. */
export function appendJournal(folder: string, entry: JournalEntry): void {
  const path = join(folder, journalFileName);
  appendFileSync(path, `${endsInLine(path) ? '' : '\n'}${JSON.stringify(entry)}\n`);
}

/** The lines of the journal, the oldest first, without those that are damaged; none where there is no journal. */
export function readJournal(folder: string): JournalLine[] {
  return textLines(folder).flatMap((line) => parsed(line) ?? []);
}

/**
 * Drops the lines of runs that ended before a moment, and damaged ones with them. The journal is the former one or the
 * new one, at any moment.
 */
export function forgetJournal(folder: string, before: Date): void {
  const lines = textLines(folder);
  const isOld = (line: JournalLine | null) => line !== null && Date.parse(line.finishedAt) < before.getTime();
  if (!lines.some((line) => isOld(parsed(line)))) return;
  const kept = lines.filter((line) => {
    const entry = parsed(line);
    return entry !== null && !isOld(entry);
  });
  const path = join(folder, journalFileName);
  writeFileSync(`${path}.part`, kept.map((line) => `${line}\n`).join(''));
  renameSync(`${path}.part`, path);
}

function textLines(folder: string): string[] {
  const path = join(folder, journalFileName);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

function parsed(line: string): JournalLine | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function endsInLine(path: string): boolean {
  if (!existsSync(path)) return true;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 0x0a);
  } finally {
    closeSync(file);
  }
}
