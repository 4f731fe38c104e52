import { BridgeError, SourceError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from './messages.ts';

/** A failure of the connection as it is told; a failure that is told already, or a bug of ours, stays what it is. */
export function networkError(error: unknown, place: string): unknown {
  const code = codeOf(error);
  if (error instanceof BridgeError || !(error instanceof Error) || code === null) return error;
  const detail = error.message || code;
  if (/CERT|SIGN|ISSUER|ALTNAME/.test(code))
    return new SourceError(messages.certificate(place, detail), {
      hint: certificateHint(code),
      cause: error,
    });
  if (code === 'ECONNRESET' && 'aborted' === error.message)
    return new SourceError(messages.cutOff(place), { hint: messages.cutOffHint, cause: error });
  return new SourceError(messages.unreachable(place, detail), {
    hint: messages.unreachableHint,
    cause: error,
  });
}

function certificateHint(code: string): Text {
  if (/EXPIRED|NOT_YET_VALID/.test(code)) return messages.certificateExpiredHint;
  return /ALTNAME/.test(code) ? messages.certificateNameHint : messages.certificateHint;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
