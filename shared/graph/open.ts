import type { Secrets } from '../secret.ts';
import { GraphClient } from './client.ts';
import { type Clock, realClock } from './clock.ts';
import { cloudOf } from './clouds.ts';
import { EntraTokens } from './entra-tokens.ts';
import { openNetwork } from './network.ts';
import { playTenant } from './player.ts';
import type { GraphSettings } from './settings.ts';
import type { GraphSource } from './source.ts';
import type { Tenant } from './tenant.ts';

const longestPauseSeconds = 120;
const budgetSeconds = 15 * 60;
const gigabyte = 1e9;

/** Microsoft Graph as the settings reach it; contacts nothing. Throws `ConfigError` for a secret or a certificate. */
export function openGraph(
  settings: GraphSettings,
  secrets: Secrets,
  folder: string,
  clock: Clock = realClock,
): GraphSource {
  const cloud = cloudOf(settings);
  const { send, close } = openNetwork(settings, folder);
  const tokens = new EntraTokens({ settings, cloud, send, secrets, folder });
  const { attempts, pauseSeconds, idleSeconds, reportMinutes, reportGigabytes } = settings;
  const patience = {
    attempts,
    pauseSeconds,
    idleSeconds,
    longestPauseSeconds,
    budgetSeconds,
    reportSeconds: reportMinutes * 60,
    reportBytes: reportGigabytes * gigabyte,
  };
  return new GraphClient({ root: cloud.root, send, tokens, clock, patience, close });
}

/** A tenant as data, read by the same code as Graph itself. */
export function openTenant(tenant: Tenant): GraphSource {
  return new GraphClient({
    root: 'https://graph.invalid',
    send: playTenant(tenant),
    tokens: { token: async () => 'played', renew: async () => 'played' },
    clock: realClock,
    patience: {
      attempts: 1,
      pauseSeconds: 0,
      idleSeconds: 60,
      longestPauseSeconds: 0,
      budgetSeconds: 60,
      reportSeconds: 60,
      reportBytes: gigabyte,
    },
    close: async () => {},
  });
}
