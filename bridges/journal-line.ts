import { BridgeError } from '../shared/errors.ts';
import type { JournalEntry } from '../shared/run/journal.ts';
import type { Secrets } from '../shared/secret.ts';

const bugExitCode = 1;

/** How a run ended, now, for its line in the journal: by this error, or with success when it is null. */
export function ended(
  error: unknown,
  secrets: Secrets,
): Pick<JournalEntry, 'finishedAt' | 'exitCode' | 'failure'> {
  const finishedAt = new Date().toISOString();
  if (error === null) return { finishedAt, exitCode: 0, failure: null };
  const isTold = error instanceof BridgeError;
  const failure = secrets.redact(isTold ? `${error.name}: ${error.message}` : String(error));
  return { finishedAt, exitCode: isTold ? error.exitCode : bugExitCode, failure };
}
