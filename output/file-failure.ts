import { BridgeError, Interrupted, OutputError } from '../shared/errors.ts';
import { messages } from './messages.ts';

/** Codes that mean another program, as a rule Excel, holds the file, or that the account may not write it. */
const refusals = new Set(['EBUSY', 'EPERM', 'EACCES', 'EROFS']);

/** A failure of the file system as `OutputError`, by its code; any other error stays what it is. */
export function fileFailure(cause: unknown, path: string): unknown {
  const code = errorCode(cause);
  if (cause instanceof BridgeError || code === null) return cause;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OutputError(messages.diskFull(path), { hint: messages.diskFullHint, cause });
  if (refusals.has(code))
    return new OutputError(messages.fileRefused(path, code), { hint: messages.fileRefusedHint, cause });
  return new OutputError(messages.fileFailed(path, code), { hint: messages.fileFailedHint, cause });
}

/** What went wrong while a file was read back: the file system, or else content that is not what was written. */
export function readFailure(cause: unknown, path: string): unknown {
  if (cause instanceof BridgeError || errorCode(cause) !== null) return fileFailure(cause, path);
  return new OutputError(messages.readBackDiffers(path), { hint: messages.readBackHint, cause });
}

/** Throws `Interrupted` once the user has stopped the run. */
export function stopIfAborted(signal: AbortSignal): void {
  if (!signal.aborted) return;
  if (signal.reason instanceof BridgeError) throw signal.reason;
  throw new Interrupted(messages.interrupted, { cause: signal.reason });
}

/** The code that the file system gave, such as `ENOSPC`; null for an error that is not the file system's. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}
