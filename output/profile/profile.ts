import { join } from 'node:path';
import { z } from 'zod';
import { life } from '../../shared/asset/life.ts';
import { assetClasses } from '../../shared/asset/nature.ts';
import { ConfigError } from '../../shared/errors.ts';
import { packageRoot } from '../../shared/package-root.ts';
import { languages } from '../../shared/text.ts';
import { readYamlFile } from '../../shared/yaml-file.ts';
import { relationsContent } from '../contents/relations.ts';
import { suppliersContent } from '../contents/suppliers.ts';
import { usersContent } from '../contents/users.ts';
import type { Tags } from '../importer/xml.ts';
import { softwareContent } from '../software/settings.ts';
import { bootstrapSettings } from './bootstrap-settings.ts';
import { decimalForms, timeForms } from './cell-format.ts';
import { checkProfile } from './check.ts';
import { profileColumn } from './column.ts';
import { legalSheetName, legalSourceName, told } from './legal-names.ts';
import { messages } from './messages.ts';
import { messages as mistakes } from './mistake-messages.ts';

const name = z.string().min(1);

/** Tags of the content `CI`; DataImporter ignores a tag or value that it does not know, so none is free text. */
const ciTags = z.strictObject({
  IdentificationMethod: z.string().regex(/^[A-Za-z]+$/),
  ManageCIRetirement: z.boolean(),
  MainContactIdentificationMethod: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .optional(),
  /** `Clear` never stands in the file of all columns: `clear` names the columns for a file of their own. */
  EmptyValueHandling: z
    .enum(['NoChange', 'Clear'])
    .refine((value) => value !== 'Clear', told(mistakes.clearIsApart)),
  SiteSplitStrategy: z.enum(['ByPipe', 'ByComma']).optional(),
  SiteAutoCreation: z.boolean().optional(),
});

/** How assets become CI rows. */
const ciContent = z.strictObject({
  /** Name of the sheet, which `ViewName` repeats. */
  sheet: name.refine(...legalSheetName),
  /** Name of the source in Octopus; `{source}` stands for the bridge in capitals. Never changed once used. */
  sourceName: name.refine(...legalSourceName),
  tags: ciTags,
  columns: z.array(profileColumn).min(1),
  /** Headers of the columns that are emptied in Octopus where the source knows nothing, by a file of their own. */
  clear: z.array(name).default([]),
});

/** Everything that a profile may say. */
const wholeProfile = z
  .strictObject({
    name,
    /** Language of the headers. */
    language: z.enum(languages),
    /** CI type of each asset class. */
    types: z.record(z.enum(assetClasses), name),
    /** Names for several CI types at once, for `types` of a column. */
    typeGroups: z.record(z.string(), z.array(name).min(1)).default({}),
    /** Status of each life status; null leaves the cell empty, so that Octopus keeps or chooses the status. */
    statuses: z.record(life.shape.status, name.nullable()),
    /** The status that asks for a day, and the fields that give it, the best one first. */
    retirement: z
      .strictObject({ status: name, dates: z.array(name).min(1) })
      .nullable()
      .default(null),
    words: z.strictObject({ yes: name, no: name, gibibytes: name }),
    /** How a day and a decimal number are written. */
    forms: z
      .strictObject({
        date: z.enum(timeForms).default('YYYY-MM-DD'),
        decimal: z.enum(decimalForms).default('.'),
      })
      .prefault({}),
    ci: ciContent,
    /** Makers and their aliases, as suppliers; null where the profile has none. */
    suppliers: suppliersContent.nullable().default(null),
    /** Ties between CI. */
    relations: relationsContent.nullable().default(null),
    /** The user of each CI. */
    users: usersContent.nullable().default(null),
    /** What is installed, where `--software` asks for it. */
    software: softwareContent.nullable().default(null),
    /** How types and attributes are created; null for the settings of the shipped profile of this language. */
    bootstrap: bootstrapSettings.nullable().default(null),
  })
  // Also where an entry has another mistake: all of them are told at once.
  .superRefine(checkProfile, { when: () => true });
export type Profile = z.infer<typeof wholeProfile>;

/** A profile as it is read: the types of its columns are CI types, no longer groups. */
export const profileSchema = wholeProfile.transform(withoutGroups);

function withoutGroups(profile: Profile): Profile {
  const columns = profile.ci.columns.map((column) => ({
    ...column,
    types: column.types && [...new Set(column.types.flatMap((type) => profile.typeGroups[type] ?? [type]))],
  }));
  return { ...profile, ci: { ...profile.ci, columns } };
}

/** The profiles that come with the product; the first one is the default. */
export const profileNames = ['octopus-fr', 'octopus-en'] as const;

/** The file of a shipped profile; null when none has that name. */
export function shippedPath(nameOrPath: string): string | null {
  const shipped = profileNames.find((each) => each === nameOrPath);
  return shipped ? join(packageRoot, 'output', 'profile', `${shipped}.yaml`) : null;
}

/**
 * Reads a shipped profile by its name, or a site's by its path, which ends in `.yaml` or `.yml`. Throws `ConfigError`
 * with line, column and allowed values of every mistake.
 */
export function loadProfile(nameOrPath: string): Profile {
  const shipped = shippedPath(nameOrPath);
  if (shipped) return readYamlFile(shipped, profileSchema);
  if (/\.ya?ml$/i.test(nameOrPath)) return readYamlFile(nameOrPath, profileSchema);
  throw new ConfigError(messages.unknown(nameOrPath, profileNames), {
    hint: messages.unknownHint,
  });
}

/** The tags of the content `CI` in the documented spelling and order, without those that the profile leaves out. */
export function ciTagsOf({ ci: { tags } }: Profile): Tags {
  const spelled: readonly (readonly [string, string | undefined])[] = [
    ['IdentificationMethod', tags.IdentificationMethod],
    ['ManageCIRetirement', String(tags.ManageCIRetirement)],
    ['MainContactIdentificationMethod', tags.MainContactIdentificationMethod],
    ['EmptyValueHandling', tags.EmptyValueHandling],
    ['SiteSplitStrategy', tags.SiteSplitStrategy],
    ['SiteAutoCreation', capitalised(tags.SiteAutoCreation)],
  ];
  return spelled.flatMap(([tag, value]) => (value === undefined ? [] : [[tag, value] as const]));
}

/** The vendor writes this one `True` and `False`, unlike `ManageCIRetirement`. */
const capitalised = (flag: boolean | undefined): string | undefined =>
  flag === undefined ? undefined : flag ? 'True' : 'False';

/** The source name of a bridge's CI: it stands in Octopus beside every record that the bridge imported. */
export const ciSourceName = (profile: Profile, bridgeName: string): string =>
  profile.ci.sourceName.replaceAll('{source}', bridgeName.toUpperCase());

/** What stands between two levels of a site in one cell. */
export const levelSeparator = ({ ci: { tags } }: Profile): '|' | ',' =>
  tags.SiteSplitStrategy === 'ByComma' ? ',' : '|';
