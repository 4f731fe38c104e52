import { BridgeError, SourceError, TransientError } from '../errors.ts';
import type { Text } from '../text.ts';
import { messages } from './messages.ts';

/** What a network error tells, whatever class it has. */
interface Fault {
  readonly code: string;
  readonly message: string;
}

/** A failure to exchange anything with a host, as the user is told it; only what may pass is a `TransientError`. */
export function networkError(error: unknown, host: string): BridgeError {
  if (error instanceof BridgeError) return error;
  const { code, message } = faultOf(error);
  const because = (hint: Text) => ({ hint, cause: error });
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(GET|VERIFY)/i.test(code))
    return new SourceError(messages.certificateRefused(host, message), because(certificateHint(message)));
  if (/^ERR_SSL|^EPROTO$/.test(code))
    return new SourceError(messages.tlsRefused(host, message), because(messages.proxyHint));
  const proxy = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  if (proxy === undefined)
    return new TransientError(messages.unreachable(host, message), because(messages.unreachableHint));
  const text = messages.proxyRefused(host, proxy);
  return Number(proxy) < 500
    ? new SourceError(text, because(messages.proxyHint))
    : new TransientError(text, because(messages.proxyHint));
}

function certificateHint(message: string): Text {
  return /expired|not yet valid/i.test(message) ? messages.certificateExpiredHint : messages.authorityHint;
}

/** The innermost thing that an error tells. */
function faultOf(error: unknown): Fault {
  const chain: { code?: unknown; message?: unknown }[] = [];
  for (let at = error; typeof at === 'object' && at !== null && chain.length < 8; ) {
    const here: { cause?: unknown; errors?: unknown } = at;
    chain.push(at);
    at = here.cause ?? (Array.isArray(here.errors) ? here.errors[0] : null);
  }
  const told = (texts: readonly unknown[]) =>
    texts.filter((text) => typeof text === 'string' && text !== '').at(-1);
  return {
    code: String(told(chain.map(({ code }) => code)) ?? ''),
    message: String(told(chain.map(({ message }) => message)) ?? error),
  };
}
