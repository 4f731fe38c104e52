import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { identityFacts, noIdentityFacts } from '../shared/identity/facts.ts';
import { fileFailure } from './file-failure.ts';

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);
const instant = z.iso.datetime();

/** What a run knows about itself when it publishes. */
export const runFacts = z.strictObject({
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  runId: z.string().min(1),
  source: z.strictObject({
    /** Bridge: `sccm`, `lansweeper`, `intune`. */
    name: z.string().min(1),
    /** The embedded sample, not the organisation's source. */
    sample: z.boolean(),
    /** What the bridge says of its source, for example the site code; never a secret. */
    facts: z.record(z.string(), z.string()),
  }),
  startedAt: instant,
  finishedAt: instant,
  /** Everything that the source lists was read; false for a limited run. */
  complete: z.boolean(),
  /** Devices that the source listed when its reading began. */
  read: count,
  /** Devices that it listed when everything else had been read. */
  readAtEnd: count,
  /** Sections that were read again after a passing fault. */
  retries: count,
  /** Rows delivered, by section; null where the view is missing. */
  sections: z.record(z.string(), count.nullable()),
  /** Devices that are not of the population, by reason. */
  excluded: counts,
  /** Assets that gave way to another one, by reason. */
  duplicates: counts,
  /** The first thousand of these, with the asset that stays. */
  gaveWay: z.array(
    z.strictObject({
      reason: z.string(),
      /** By what the other one stays: active, seen last, published before… */
      rule: z.string().default(''),
      key: z.string(),
      name: z.string(),
      keptKey: z.string(),
      keptName: z.string(),
    }),
  ),
  /** What tells the assets from one another, and what became of CI that were published before. */
  identity: identityFacts.prefault(noIdentityFacts),
  /** How often each rule chose the value of a field, by field and rule. */
  decisions: z.record(z.string(), counts),
  /** What silence made of the devices, before duplicates gave way; only with a rule about it. */
  staleness: z
    .strictObject({
      /** The day that silence is counted to: the newest one that the source shows. */
      reference: z.string().nullable(),
      flagged: count,
      retired: count,
      dropped: count,
      /** Kept without any clock. */
      unknown: count,
      /** With a clock that is ahead of the source, which does not count. */
      ahead: count,
    })
    .optional(),
  /** What the run told without stopping. */
  notices: z.array(
    z.strictObject({ code: z.string(), text: z.strictObject({ fr: z.string(), en: z.string() }) }),
  ),
});
export type RunFacts = Readonly<z.infer<typeof runFacts>>;

/** What one published file is, byte for byte. */
const manifestFile = z.strictObject({
  name: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows without the header; null for a file that holds no rows. */
  rows: count.nullable(),
});
export type ManifestFile = Readonly<z.infer<typeof manifestFile>>;

/** Rows in a database of the site, under the name that the configuration gives. */
const manifestTable = z.strictObject({ name: z.string(), rows: count });
export type ManifestTable = Readonly<z.infer<typeof manifestTable>>;

/** The manifest beside the published files: a run without one never happened. */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  ...runFacts.shape,
  /** Profile that shaped the rows. */
  profile: z.string(),
  /** Rows of the CI. */
  written: count,
  /** Rows of every content. */
  contents: z.record(z.string(), count).default({}),
  /** Cells cut to the accepted length, by header. */
  cut: counts,
  /** Cells left empty, by reason and header. */
  blanked: z.strictObject({
    typeWithoutAttribute: counts,
    neededColumnEmpty: counts,
    retiredWithoutDay: counts.default({}),
    levelUnknown: counts.default({}),
  }),
  /** Cells in which a hyphen took the place of the separator of levels, by header. */
  separatorReplaced: counts.default({}),
  /** Columns for which no asset has a value; those `when: filled` are not in the file. */
  unfilled: z.array(z.string()).default([]),
  /** Cells whose value an overrides file replaced. */
  overridden: count.default(0),
  /** Characters that the format cannot hold. */
  replaced: z.strictObject({ cells: count, characters: count }),
  files: z.array(manifestFile),
  /** What became of the rows of installed software; only in a set that is made of them. */
  software: z
    .strictObject({
      form: z.enum(['list', 'ci']),
      /** Rows that the source delivered. */
      read: count,
      /** Programs on published devices, each once a device. */
      kept: count,
      /** Rows left out, by reason. */
      dropped: counts,
      /** Rows that stay without their day, because it cannot be read. */
      daysUnreadable: count,
      /** Distinct names, versions or publishers that were cut to the accepted length. */
      titlesCut: count,
      /** Titles that cannot be a CI, by reason. */
      unnamed: counts.default({}),
    })
    .optional(),
  /** Only where rows are in a database of the site. */
  tables: z.array(manifestTable).optional(),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** The manifest as bytes: indented JSON, UTF-8, keys in the order of the schema. Throws on a manifest that is not one. */
export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`);
}

/** The manifest at a path; null when there is none, or none that this version understands. */
export function readManifest(path: string): Manifest | null {
  if (!existsSync(path)) return null;
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw fileFailure(error, path);
  }
}
