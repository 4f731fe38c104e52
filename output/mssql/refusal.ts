import { z } from 'zod';
import { ConfigError } from '../../shared/errors.ts';
import { messages } from './messages.ts';

/** Names of databases that belong to another program: SCCM, LanSweeper, WSUS, reports, the server itself. */
const siteDatabase =
  /^(CM_[A-Z0-9]{3}|SMS_[A-Z0-9]{3}|lansweeper(db)?\d*|SUSDB|ReportServer.*|master|model|msdb|tempdb)$/i;
const readsDatabase = z.looseObject({ database: z.string() });

/**
 * Refuses a database that a source reads, or that has the name of another program's one. The name alone decides: two
 * spellings of a server may be the same machine. Throws `ConfigError`.
 */
export function refuseSourceDatabase(database: string, sources: Readonly<Record<string, unknown>>): void {
  for (const [source, settings] of Object.entries(sources)) {
    const read = readsDatabase.safeParse(settings).data?.database;
    if (read?.trim().toLowerCase() === database.trim().toLowerCase())
      throw new ConfigError(messages.sourceDatabase(database, source), { hint: messages.databaseHint });
  }
  if (siteDatabase.test(database.trim()))
    throw new ConfigError(messages.siteDatabase(database), { hint: messages.databaseHint });
}
