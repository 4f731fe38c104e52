import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Adds a line to `journal.ndjson` in the state folder. */
export function appendJournal(folder: string, entry: JournalEntry): void {
  appendFileSync(join(folder, 'journal.ndjson'), `${JSON.stringify(entry)}\n`);
}
