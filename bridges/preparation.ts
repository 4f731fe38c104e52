import { join, resolve } from 'node:path';
import { contentNames } from '../output/contents/contents.ts';
import type { ImporterTarget } from '../output/importer/target.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { checkRetires } from '../output/profile/retires.ts';
import { readOverrides } from '../output/rejects/overrides.ts';
import { excelSettings } from '../output/xlsx/writer.ts';
import type { Bridge, SourceRequest } from '../shared/bridge.ts';
import { ConfigError } from '../shared/errors.ts';
import type { JudgeRules } from '../shared/judge/judgement.ts';
import { collectionsNamed } from '../shared/population/rules.ts';
import type { Secrets } from '../shared/secret.ts';
import type { RunArguments } from './commands/run-options.ts';
import { type LoadedConfig, rulesOf } from './config.ts';
import { destinationOf } from './destination.ts';
import { messages } from './messages.ts';
import { chooseProfile } from './profile-choice.ts';
import type { Terminal } from './terminal.ts';

/** What a run is judged by. */
export const judgeRules = (
  asked: Pick<RunArguments, 'accept-drop'>,
  { config }: LoadedConfig,
): JudgeRules => {
  const { guard, keepRuns, people, renames, retirement = null } = config.rules;
  return { guard, keepRuns, people, renames, retirement, acceptDrop: asked['accept-drop'] };
};

/** Where the rows of a run go and what they look like; `out` as `--out` says it. Contacts nothing, writes nothing. */
export async function targetOf(
  bridge: Bridge,
  asked: RunArguments & { readonly out: string; readonly software?: string | undefined },
  loaded: LoadedConfig,
  secrets: Secrets,
): Promise<ImporterTarget> {
  const profile = loadProfile(chooseProfile(asked.profile, loaded).profile);
  if (loaded.config.rules.retirement) checkRetires(profile);
  return {
    ...(await destinationOf(asked.out, loaded, secrets)),
    dataImporterFolder: loaded.config.dataImporter.folder ?? null,
    profile,
    bridgeName: bridge.name,
    encoding: asked.encoding,
    ...(asked.software !== undefined && { software: resolve(asked.software) }),
    // The sample shows everything that there is; a real run what the site has prepared in Octopus.
    contents: loaded.config.contents ?? (asked.sample && loaded.folder === null ? contentNames : ['CI']),
    xlsx: { ...excelSettings, strings: loaded.config.xlsx.strings ?? excelSettings.strings },
    ...(asked.overrides !== undefined && { overrides: await readOverrides(resolve(asked.overrides)) }),
  };
}

/** What a bridge is asked to read. Throws `ConfigError` where the configuration does not describe its source. */
export function sourceRequest(
  bridge: Bridge,
  asked: Pick<RunArguments, 'config' | 'sample'>,
  { config, folder }: LoadedConfig,
  { secrets }: Pick<Terminal, 'secrets'>,
): SourceRequest {
  const settings = asked.sample ? null : config.sources[bridge.name];
  if (settings === undefined) {
    const path = asked.config ?? join(folder ?? '.', 'bridge.yaml');
    const hint = messages.sourceMissingHint(bridge.name);
    throw new ConfigError(messages.sourceMissing(bridge.name, path), { hint });
  }
  const { people } = config.rules;
  const collections = collectionsNamed(bridge.name, config.rules);
  return { settings, rules: rulesOf(config, bridge), people, collections, siteFolder: folder, secrets };
}
