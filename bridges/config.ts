import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { contentNames } from '../output/contents/contents.ts';
import { dataImporterSettings } from '../output/import/settings.ts';
import { mssqlOutputSettings } from '../output/mssql/settings.ts';
import { octopusApiSettings } from '../output/octopus/settings.ts';
import { textStorages } from '../output/xlsx/shared-strings.ts';
import type { Bridge } from '../shared/bridge.ts';
import { placeholderLists, usePlaceholders } from '../shared/device/placeholder-catalogue.ts';
import { ConfigError } from '../shared/errors.ts';
import { renameRule, retirementRules } from '../shared/identity/rules.ts';
import { guardRules } from '../shared/judge/guard.ts';
import { peopleModes } from '../shared/people/mode.ts';
import { populationBlocks } from '../shared/population/rules.ts';
import { languages } from '../shared/text.ts';
import { readYamlFile } from '../shared/yaml-file.ts';
import { messages } from './messages.ts';
import { bridges } from './registry.ts';
import { softwareRules } from './software.ts';

/** `bridge.yaml`, with a block for each of these bridges. */
const configSchema = (bridges: readonly Bridge[]) =>
  z.strictObject({
    /** Language of everything the command says; `--lang` wins. */
    language: z.enum(languages).optional(),
    /** How to reach each source. */
    sources: z.strictObject(blocks(bridges, 'settings')).default({}),
    /** What to keep of each source, and how to choose among what it says. */
    rules: z
      .strictObject({
        ...blocks(bridges, 'rules'),
        ...populationBlocks(sourceNames, reasonsOf(bridges)),
        /** Texts of this site that stand where a value should be. */
        placeholders: placeholderLists.prefault({}),
        /** When a difference to the last publication is too large to be true. */
        guard: guardRules.prefault({}),
        /** What may be taken of people: everything, what identifies them in Octopus, or nothing. */
        people: z.enum(peopleModes).default('full'),
        /** Whether a device that was renamed has its new name in the rows at once, or when its CI was renamed too. */
        renames: renameRule,
        /** When a device that the source no longer lists is retired in Octopus; never unless given. */
        retirement: retirementRules.optional(),
        /** Runs that the store remembers for each published file. */
        keepRuns: z.int().min(1).default(30),
        /** Days that the journal and the logs of imports are kept. */
        keepLogs: z.int().min(1).default(30),
      })
      .prefault({}),
    /** What to keep of installed software, whatever source tells it. */
    software: softwareRules.prefault({}),
    /** How an asset becomes columns: `octopus-fr`, `octopus-en` or a YAML file; `--profile` wins. */
    profile: z.string().min(1).optional(),
    xlsx: z
      .strictObject({
        /** How a workbook holds its texts: `auto` and `shared` as Excel does, `inline` in each cell. */
        strings: z.enum(textStorages).optional(),
      })
      .default({}),
    /** How to ask Octopus what it holds; without it nothing does. */
    octopusApi: octopusApiSettings.optional(),
    /** What is published: the CI, and on request what stands beside them. */
    contents: z.array(z.enum(contentNames)).optional(),
    /** Where rows go that go to no file. */
    output: z.strictObject({ mssql: mssqlOutputSettings.optional() }).default({}),
    /** Where DataImporter finds the files, and how it is run and judged. */
    dataImporter: dataImporterSettings.prefault({}),
  });
/** The sources that a rule may be about. */
const sourceNames = bridges.map(({ name }) => name);
/** The reasons by which these bridges leave devices out. */
const reasonsOf = (bridges: readonly Bridge[]): string[] =>
  bridges.flatMap(({ exclusions }) => Object.keys(exclusions ?? {}));

export type Config = z.infer<ReturnType<typeof configSchema>>;

const blocks = (bridges: readonly Bridge[], block: 'settings' | 'rules'): Record<string, z.ZodType> =>
  Object.fromEntries(bridges.map((bridge) => [bridge.name, bridge[block].optional()]));

/** A configuration with the folder that its relative paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  /** Null when there is no file. */
  readonly folder: string | null;
}

/** Name of the configuration in the working folder. */
export const configFileName = 'bridge.yaml';

/**
 * The configuration that `--config` names, else `bridge.yaml` of the working folder. Without either: defaults, or
 * `ConfigError` when a file is needed.
 */
export async function loadConfig(asked: string | undefined, needed: boolean): Promise<LoadedConfig> {
  if (asked === undefined && !needed) return { config: configSchema([]).parse({}), folder: null };
  const path = resolve(asked ?? configFileName);
  if (asked === undefined && !existsSync(path))
    throw new ConfigError(messages.configMissing(path), { hint: messages.configMissingHint });
  const schema = configSchema(await Promise.all(bridges.map((bridge) => bridge.load())));
  const config = readYamlFile(path, schema);
  usePlaceholders(config.rules.placeholders); // what a site calls a placeholder is one in every command
  return { config, folder: dirname(path) };
}

/** The checked block `rules.<bridge>`; null for the defaults. */
export function rulesOf({ rules }: Config, { name }: Bridge): unknown {
  const blocks: Readonly<Record<string, unknown>> = rules;
  return blocks[name] ?? null;
}

/** The state folder that `--state` names, else `bridge-state` beside the configuration. */
export const stateFolder = (asked: string | undefined, folder: string | null): string =>
  resolve(asked ?? join(folder ?? '.', 'bridge-state'));
