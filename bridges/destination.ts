import { join, resolve } from 'node:path';
import { fileOf } from '../output/importer/destination.ts';
import type { ImporterTarget } from '../output/importer/target.ts';
import { messages } from '../output/mssql/messages.ts';
import { ConfigError } from '../shared/errors.ts';
import type { Secrets } from '../shared/secret.ts';
import { configFileName, type LoadedConfig } from './config.ts';

/** What `--out` says where the rows go to the database that the configuration names. */
export const mssqlOut = 'mssql';

/** Where the rows of `--out` go, and how DataImporter reads them there; contacts nothing. Throws `ConfigError`. */
export async function destinationOf(
  out: string,
  { config, folder }: LoadedConfig,
  secrets: Secrets,
): Promise<Pick<ImporterTarget, 'path' | 'connectionStrings' | 'database'>> {
  const { connectionStrings } = config.dataImporter;
  if (out !== mssqlOut) return { path: fileOf(out), connectionStrings };
  const settings = config.output.mssql;
  const here = folder ?? '.';
  if (!settings)
    throw new ConfigError(messages.notConfigured(join(here, configFileName)), {
      hint: messages.notConfiguredHint,
    });
  const { refuseSourceDatabase } = await import('../output/mssql/refusal.ts');
  const { MssqlDatabase } = await import('../output/mssql/database.ts');
  refuseSourceDatabase(settings.database, config.sources);
  const database = new MssqlDatabase(settings, secrets, here);
  const path = join(resolve(here, settings.folder), `${settings.table}.mssql`);
  return { path, connectionStrings: { ...connectionStrings, mssql: database.location }, database };
}
