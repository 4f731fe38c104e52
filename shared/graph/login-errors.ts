import { AccessError, BridgeError, TransientError } from '../errors.ts';
import type { Text } from '../text.ts';
import { messages } from './login-messages.ts';
import type { GraphSettings } from './settings.ts';

/** What to do about an AADSTS number; numbers may change, so they are advice only. */
const advice: ReadonlyMap<number, Text> = new Map<number, Text>([
  [7000215, messages.secretInvalid],
  [7000222, messages.secretExpired],
  [700016, messages.applicationUnknown],
  [7000229, messages.consentMissing],
  [90002, messages.tenantUnknown],
  [900023, messages.tenantUnknown],
  [90038, messages.otherCloud],
  [900382, messages.otherCloud],
  [900432, messages.otherCloud],
  [53003, messages.conditionalAccess],
  [530032, messages.securityPolicy],
  [700027, messages.certificateUnknown],
  [700024, messages.clockWrong],
  [7000112, messages.applicationDisabled],
  [7000218, messages.incomplete],
  [1002012, messages.scopeWrong],
  [70011, messages.scopeWrong],
  [500011, messages.scopeWrong],
]);
/** Faults of the service itself, and its own throttling. */
const passing = new Set([90033, 90024, 90006, 90012, 90090, 90055]);
const longestDetail = 800;

/** Why there is no token, as the user is told it; `network` is what the network ended with, if it was the network. */
export function loginError(error: unknown, network: unknown, { tenant, login }: GraphSettings): BridgeError {
  if (login.kind === 'managed-identity') return identityError(network ?? error);
  if (network instanceof BridgeError) return network;
  const message = error instanceof Error ? error.message : String(error);
  if (login.kind === 'azure-cli')
    return new AccessError(messages.azureCliRefused(shortened(message)), {
      hint: messages.azureCliHint,
      cause: error,
    });
  const detail = shortened(description(message));
  const number = Number(/AADSTS(\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (passing.has(number))
    return new TransientError(messages.passing(detail), { hint: messages.passingHint, cause: error });
  return new AccessError(messages.refused(tenant, detail), {
    hint: advice.get(number) ?? messages.otherHint,
    cause: error,
  });
}

/** A managed identity is asked of the machine itself: what stands in the way is no firewall. */
function identityError(cause: unknown): BridgeError {
  const text = messages.managedIdentityMissing(
    shortened(cause instanceof Error ? cause.message : String(cause)),
  );
  const details = { hint: messages.managedIdentityHint, cause };
  return cause instanceof TransientError ? new TransientError(text, details) : new AccessError(text, details);
}

/** What Entra says of itself, which the library repeats among its own words; it ends with the ids for the support. */
const description = (message: string): string =>
  /AADSTS\d+:.*?Trace ID:.*?(?= - Correlation ID:|$)/s.exec(message)?.[0] ?? message;

const shortened = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestDetail);
