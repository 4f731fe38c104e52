import { join } from 'node:path';
import { z } from 'zod';
import { life } from '../../shared/asset/life.ts';
import { assetClasses } from '../../shared/asset/nature.ts';
import { ConfigError } from '../../shared/errors.ts';
import { packageRoot } from '../../shared/package-root.ts';
import { languages } from '../../shared/text.ts';
import { readYamlFile } from '../../shared/yaml-file.ts';
import type { Tags } from '../importer/xml.ts';
import { cellFormats } from './cell-format.ts';
import { checkProfile, legalSheetName, legalSourceName } from './check.ts';
import { messages } from './messages.ts';

const name = z.string().min(1);

/** One column of an importer file: which field fills it, and what Octopus accepts. */
const profileColumn = z.strictObject({
  /** Exactly as Octopus spells the column or the CI attribute. */
  header: name,
  /** Path into the asset (`os.name`, `extra.room`) or a derived field. */
  field: name,
  /** How the value is written; null for what suits the field. */
  format: z.enum(cellFormats).nullable().default(null),
  /** Characters that Octopus accepts; null where that is not documented. */
  maxLength: z.int().positive().nullable().default(null),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  /** Header of the column without which this one stays empty. */
  needs: name.nullable().default(null),
  /** CI types that have this attribute; null for all. */
  types: z.array(name).min(1).nullable().default(null),
});
export type ProfileColumn = z.infer<typeof profileColumn>;

/** Tags of the content `CI`; DataImporter ignores a tag or value that it does not know, so none is free text. */
const ciTags = z.strictObject({
  IdentificationMethod: z.string().regex(/^[A-Za-z]+$/),
  ManageCIRetirement: z.boolean(),
  MainContactIdentificationMethod: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .optional(),
  EmptyValueHandling: z.enum(['NoChange', 'Clear']),
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
});

/** How assets become importer files: all that is particular to one Octopus. */
const profileSchema = z
  .strictObject({
    name,
    /** Language of the headers. */
    language: z.enum(languages),
    /** CI type of each asset class. */
    types: z.record(z.enum(assetClasses), name),
    /** Status of each life status; null leaves the cell empty, so that Octopus keeps or chooses the status. */
    statuses: z.record(life.shape.status, name.nullable()),
    words: z.strictObject({ yes: name, no: name, gibibytes: name }),
    ci: ciContent,
  })
  .superRefine(checkProfile);
export type Profile = z.infer<typeof profileSchema>;

/** The profiles that come with the product; the first one is the default. */
export const profileNames = ['octopus-fr', 'octopus-en'] as const;

/**
 * Reads a shipped profile by its name, or a site's by its path, which ends in `.yaml` or `.yml`. Throws `ConfigError`
 * with line, column and allowed values of every mistake.
 */
export function loadProfile(nameOrPath: string): Profile {
  const shipped = profileNames.find((each) => each === nameOrPath);
  if (shipped) return readYamlFile(join(packageRoot, 'output', 'profile', `${shipped}.yaml`), profileSchema);
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
