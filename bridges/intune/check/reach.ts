import type { CheckRequest } from '../../../shared/bridge.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { type Finding, failure } from '../../../shared/finding.ts';
import { type Cloud, cloudOf } from '../../../shared/graph/clouds.ts';
import { exchange } from '../../../shared/graph/exchange.ts';
import { openNetwork } from '../../../shared/graph/network.ts';
import type { Text } from '../../../shared/text.ts';
import type { IntuneSettings } from '../settings.ts';
import { messages } from './messages.ts';

/** Beyond five minutes a signed login is refused; before that it is worth telling. */
const mostSkewSeconds = 120;

/**
 * Tells the way to the login service and to Graph, without logging in, and by their clocks whether ours is right; whether
 * both were reached.
 */
export async function* reach(
  settings: IntuneSettings,
  { siteFolder, now, signal }: CheckRequest,
): AsyncGenerator<Finding, boolean> {
  const cloud = cloudOf(settings);
  const network = openNetwork(settings, siteFolder ?? process.cwd());
  const { idleSeconds } = settings;
  const manner = { idleSeconds, signal };
  let clock: Finding | null = null;
  try {
    for (const { code, subject, url } of places(cloud, settings)) {
      const { host } = new URL(url);
      try {
        const headers = { accept: 'application/json', 'user-agent': 'octopus-bridge' };
        const { headers: answered } = await exchange(network.send, { method: 'GET', url, headers }, manner);
        yield { code, level: 'ok', subject, text: messages.reached(host), facts: { host } };
        clock ??= clockFinding(answered.date, now);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof BridgeError)) throw error;
        yield failure(`${code}-unreachable`, subject, error, { host });
        return false;
      }
    }
  } finally {
    await network.close();
  }
  if (clock) yield clock;
  return true;
}

interface Address {
  readonly code: string;
  readonly subject: Text;
  readonly url: string;
}

function places({ authority, root }: Cloud, { tenant }: IntuneSettings): Address[] {
  const login = `${authority}/${tenant}/v2.0/.well-known/openid-configuration`;
  return [
    { code: 'login-service', subject: messages.loginService, url: login },
    { code: 'graph', subject: messages.graph, url: `${root}/v1.0/` },
  ];
}

/** How far our clock is from the one that answered; null when it does not tell its time. */
function clockFinding(date: string | undefined, now: Date): Finding | null {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return null;
  const seconds = Math.round((now.getTime() - theirs) / 1000);
  const subject = messages.clock;
  const facts = { seconds };
  if (Math.abs(seconds) <= mostSkewSeconds)
    return { code: 'clock', level: 'ok', subject, text: messages.clockRight, facts };
  const text = messages.clockWrong(seconds);
  return { code: 'clock-skew', level: 'warning', subject, text, hint: messages.clockWrongHint, facts };
}
