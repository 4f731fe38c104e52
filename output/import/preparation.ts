import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../../shared/errors.ts';
import type { Secrets } from '../../shared/secret.ts';
import type { SecretPlace } from '../../shared/secret-place.ts';
import { messages } from './messages.ts';
import type { SentSource } from './published.ts';
import type { DataImporterSettings } from './settings.ts';

/** The settings of an import, complete and checked; nothing has been started yet. */
export interface ImportSettings extends DataImporterSettings {
  readonly program: string;
  readonly login: string;
  readonly password: SecretPlace;
  readonly team: number;
}

/** The settings with their paths, which start from the configuration's folder, in full. Throws `ConfigError`. */
export function importSettings(settings: DataImporterSettings, folder: string): ImportSettings {
  const { program, login, password, team } = settings;
  if (program === undefined || login === undefined || password === undefined || team === undefined) {
    const needed = Object.entries({ program, login, password, team });
    const names = needed.filter(([, value]) => value === undefined).map(([name]) => `dataImporter.${name}`);
    throw new ConfigError(messages.settingsMissing(names), { hint: messages.settingsMissingHint });
  }
  const log =
    settings.log.folder === undefined ? {} : { folder: logFolder(resolve(folder, settings.log.folder)) };
  return {
    ...settings,
    program: programPath(resolve(folder, program)),
    login,
    password,
    team,
    log: { ...settings.log, ...log },
  };
}

function programPath(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new ConfigError(messages.programMissing(path), { hint: messages.programHint });
  if (/\.(bat|cmd|ps1|vbs|js)$/i.test(path))
    throw new ConfigError(messages.programIsScript(path), { hint: messages.programHint });
  return realpathSync(path);
}

function logFolder(path: string): string {
  if (existsSync(path) && statSync(path).isDirectory()) return path;
  throw new ConfigError(messages.logFolderMissing(path), { hint: messages.logFolderHint });
}

/** The password, which must be one that a command line can carry. Throws `ConfigError`. */
export function importPassword({ password }: ImportSettings, secrets: Secrets, folder: string): string {
  const value = secrets.fetch(password, folder);
  if (!/\p{Control}/u.test(value)) return value;
  throw new ConfigError(messages.passwordUnusable, { hint: messages.passwordUnusableHint });
}

/** The sources that DataImporter is asked for: all, or the one that the settings name. Throws `ConfigError`. */
export function askedSources(
  { specificSource }: ImportSettings,
  sources: readonly SentSource[],
): readonly SentSource[] {
  if (specificSource === undefined) return sources;
  const asked = sources.filter(({ name }) => name === specificSource);
  if (asked.length > 0) return asked;
  const names = sources.map(({ name }) => name);
  throw new ConfigError(messages.sourceUnknown(specificSource, names), { hint: messages.sourceUnknownHint });
}
