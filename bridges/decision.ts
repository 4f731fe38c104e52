import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../shared/errors.ts';
import type { Decided } from '../shared/identity/confirm.ts';
import { appendJournal, type JournalEntry } from '../shared/run/journal.ts';
import { State } from '../shared/run/state.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { loadConfig, stateFolder } from './config.ts';
import { messages } from './decision-messages.ts';
import { ended } from './journal-line.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** What the command line says of every decision. */
export interface DecisionArguments {
  readonly source: string;
  readonly reason: string | undefined;
  readonly config: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** Whoever decides, and in the store of what. */
export interface Deciding {
  readonly store: SiteStore;
  readonly decided: Decided;
}

/**
 * Reads the store of a site, or decides something in it, while no run uses it. A decision gives its count, which goes into
 * the journal; null journals nothing. Throws `ConfigError` where nothing was ever published.
 */
export async function decide(
  command: NonNullable<JournalEntry['command']>,
  asked: DecisionArguments,
  terminal: Terminal,
  act: (deciding: Deciding) => number | null,
): Promise<void> {
  const { config, folder: home } = await loadConfig(asked.config, false);
  terminal.followConfig(config.language);
  const folder = stateFolder(asked.state, home);
  if (!existsSync(join(folder, storeFileName)))
    throw new ConfigError(messages.noStore(folder), { hint: messages.noStoreHint });
  const runId = randomUUID();
  const startedAt = new Date().toISOString();
  const state = new State(folder, runId);
  try {
    const store = await SiteStore.open(folder);
    try {
      const decided = { at: startedAt, account: accountName(), reason: asked.reason ?? null };
      const count = act({ store, decided });
      if (count === null) return;
      const entry = { runId, startedAt, version, command, source: asked.source, sample: false, files: [] };
      appendJournal(folder, { ...entry, ...ended(null, terminal.secrets), counts: { [command]: count } });
    } finally {
      store.close();
    }
  } finally {
    state.close();
  }
}

/** Account of the operating system; null where it has no name. */
function accountName(): string | null {
  try {
    const { username } = userInfo();
    const domain = process.env.USERDOMAIN;
    return domain ? `${domain}\\${username}` : username;
  } catch {
    return null;
  }
}
