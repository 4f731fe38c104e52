import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { errorCode, fileFailure } from '../output/file-failure.ts';
import { writeBootstrap } from '../output/importer/bootstrap.ts';
import { fileOf } from '../output/importer/destination.ts';
import { bootstrapTypes } from '../output/profile/bootstrap-rows.ts';
import { doubtsOf, isSure } from '../output/profile/doubts.ts';
import { messages as profileMessages } from '../output/profile/messages.ts';
import { loadProfile, profileNames, shippedPath } from '../output/profile/profile.ts';
import { ConfigError } from '../shared/errors.ts';
import type { BootstrapArguments, CopyArguments, ShowArguments } from './commands/profile.ts';
import { configFileName, type LoadedConfig, loadConfig } from './config.ts';
import { chooseProfile } from './profile-choice.ts';
import { messages } from './profile-messages.ts';
import { type ShownProfile, shownJson, shownLines } from './profile-report.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Shows the profile in force, or the one asked for: what comes from where, and what Octopus must confirm. */
export async function showProfile(asked: ShowArguments, terminal: Terminal): Promise<void> {
  const loaded = await configOf(asked.config, terminal);
  const { profile: nameOrPath, from } = chooseProfile(asked.name, loaded);
  const shipped = shippedPath(nameOrPath);
  const file = shipped ?? resolve(nameOrPath);
  const shown: ShownProfile = { profile: loadProfile(nameOrPath), file, isShipped: shipped !== null, from };
  const lines = asked.json ? [JSON.stringify(shownJson(shown))] : shownLines(shown, terminal.language);
  for (const line of lines) terminal.print(line);
}

/** Tells that a profile has no mistake; throws `ConfigError` with all of them where it has. */
export function checkProfileFile(file: string, terminal: Terminal): void {
  const profile = loadProfile(file);
  const doubts = doubtsOf(profile).length;
  terminal.print(messages.noMistake(file, profile.ci.columns.length, doubts)[terminal.language]);
}

/** Writes a shipped profile, comments and all, under a name of the site. Throws `ConfigError` where the file exists. */
export function copyProfile({ name, file }: CopyArguments, terminal: Terminal): void {
  const shipped = shippedPath(name);
  if (shipped === null)
    throw new ConfigError(profileMessages.unknown(name, profileNames), { hint: messages.copyHint });
  if (!/\.ya?ml$/i.test(file)) throw new ConfigError(messages.notYaml(file), { hint: messages.copyHint });
  const own = JSON.stringify(basename(file).replace(/\.ya?ml$/i, ''));
  const text = readFileSync(shipped, 'utf8').replace(/^name: .*$/m, () => `name: ${own}`);
  const origin = messages.copyOf(name, version)[name.endsWith('fr') ? 'fr' : 'en'];
  try {
    writeFileSync(file, `# ${origin}\n${text}`, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new ConfigError(messages.copyExists(file), { hint: messages.copyExistsHint });
    throw fileFailure(error, file);
  }
  for (const line of messages.copied(file)[terminal.language].split('\n')) terminal.print(line);
}

/** Publishes the import that creates the CI types and attributes of a profile. */
export async function bootstrapProfile(
  asked: BootstrapArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const loaded = await configOf(asked.config, terminal);
  const profile = loadProfile(chooseProfile(asked.profile, loaded).profile);
  const { folder, connectionStrings } = loaded.config.dataImporter;
  const target = { path: fileOf(asked.out), dataImporterFolder: folder ?? null, connectionStrings, profile };
  const paths = await writeBootstrap(target, signal);
  const same = bootstrapTypes(profile).filter(({ untranslated }) => untranslated);
  if (same.length > 0) terminal.tell(messages.untranslated(same.map(({ names }) => names[profile.language])));
  const unsure = profile.ci.columns.filter(
    (column) => column.attribute === 'builtIn' && !isSure(column, profile),
  );
  if (unsure.length > 0) terminal.tell(messages.builtInUnsure(unsure.map(({ header }) => header)));
  for (const path of paths) terminal.print(path);
  for (const line of messages.bootstrapNext[terminal.language].split('\n')) terminal.print(line);
}

async function configOf(asked: string | undefined, terminal: Terminal): Promise<LoadedConfig> {
  const loaded = await loadConfig(asked, existsSync(configFileName));
  terminal.followConfig(loaded.config.language);
  return loaded;
}
