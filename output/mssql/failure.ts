import { AccessError, BridgeError, OutputError, SourceError } from '../../shared/errors.ts';
import { brokenCodes, connectError, faultOf } from '../../shared/sql/driver-errors.ts';
import { messages } from './messages.ts';
import type { MssqlOutputSettings } from './settings.ts';

/** No room in the files, in the log, within the limit of the edition. */
const full = new Set([1101, 1105, 1827, 3257, 9002]);
/** A right is missing; the schema or the object is not there for this account. */
const denied = new Set([229, 230, 262, 297, 300, 1088, 2760, 4606, 15151, 15247]);
/** A deadlock, or a lock that another one holds too long. */
const busy = new Set([1205, 1222, 3952, 3960]);

/** A failure to connect, as the user is told it: `AccessError` for a login, else `OutputError`. */
export function connectFailure(
  error: unknown,
  { server, database }: MssqlOutputSettings,
  told: readonly number[],
): BridgeError {
  const failure = connectError(error, server, database, told);
  if (failure instanceof AccessError)
    return new AccessError(failure.text, { hint: messages.loginHint, cause: error });
  return unreached(failure);
}

/** A failure of a statement, as the user is told it; the transaction is gone, and the last rows are as they were. */
export function writeFailure(error: unknown, settings: MssqlOutputSettings): unknown {
  const { server, database, schema } = settings;
  if (error instanceof BridgeError) return unreached(error);
  const { code, number, message } = faultOf(error);
  if (number === 0 && !brokenCodes.has(code)) return error;
  const detail = withoutValue(message);
  const told = (text: OutputError['text'], hint: OutputError['text']) =>
    new OutputError(text, { hint, cause: error });
  if (full.has(number)) return told(messages.full(database, detail), messages.fullHint);
  if (denied.has(number)) return told(messages.denied(database, detail), messages.deniedHint(schema));
  if (busy.has(number)) return told(messages.busy(database, detail), messages.busyHint);
  if (number === 0) return told(messages.lost(server, detail), messages.againHint);
  return told(messages.failed(database, detail), messages.againHint);
}

/** A failure to commit: without an answer nobody knows whether the server has done it. */
export function commitFailure(error: unknown, settings: MssqlOutputSettings): unknown {
  const silent = error instanceof SourceError;
  const { code, number, message } = faultOf(error);
  if (!silent && (number !== 0 || !brokenCodes.has(code))) return writeFailure(error, settings);
  const text = messages.doubtful(settings.server, silent ? '' : message);
  return new OutputError(text, { hint: messages.doubtfulHint, cause: error });
}

/** What a source failure is when the server is where the rows go. */
const unreached = (error: BridgeError): BridgeError =>
  error instanceof SourceError
    ? new OutputError(error.text, { hint: error.hint ?? messages.againHint, cause: error })
    : error;

/** A message without the value of a cell, which SQL Server repeats when one is too long or twice there. */
const withoutValue = (message: string): string =>
  message.replace(/(truncated value:|duplicate key value is).*$/is, '').trim();
