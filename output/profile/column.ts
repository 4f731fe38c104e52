import { z } from 'zod';
import { cellFormats } from './cell-format.ts';

/**
 * Types of a CI attribute that a cell can fill, and `builtIn` for those that every Octopus has. A combo box needs a
 * list of values that exists, a user list holds a person of Octopus: a profile fills neither.
 */
export const attributeTypes = [
  'text',
  'checkBox',
  'date',
  'number',
  'positiveNumber',
  'decimal',
  'builtIn',
] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** Characters that Octopus takes in an attribute of each type; null where it says nothing. */
export const attributeLimits: Readonly<Record<AttributeType, number | null>> = {
  text: 2000,
  checkBox: null,
  date: null,
  number: 9,
  positiveNumber: 9,
  decimal: 20,
  builtIn: null,
};

const name = z.string().min(1);

/** One column of an importer file: which field fills it, and what Octopus accepts. */
export const profileColumn = z.strictObject({
  /** Exactly as Octopus spells the column or the CI attribute. */
  header: name,
  /** Path into the asset (`os.name`, `extra.room`) or a derived field; null where `levels` fill the cell. */
  field: name.nullable().default(null),
  /** Fields that become one path, from the top, joined by the separator of `SiteSplitStrategy`. */
  levels: z.array(name).min(1).nullable().default(null),
  /** How the value is written; null for what suits the field. */
  format: z.enum(cellFormats).nullable().default(null),
  /** Words for values of the source, for example `company: Organisation`; other values stay as they are. */
  values: z.record(z.string(), name).default({}),
  /** Characters that Octopus accepts; null where that is not documented. */
  maxLength: z.int().positive().nullable().default(null),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  /** Header of the column without which this one stays empty. */
  needs: name.nullable().default(null),
  /** CI types, or groups of `typeGroups`, that have this attribute; null for all. Groups are their types once read. */
  types: z.array(name).min(1).nullable().default(null),
  /** `filled`: the column is left out of a file in which no asset has a value for it. */
  when: z.enum(['always', 'filled']).default('always'),
  /** Type of the CI attribute that this column fills; null for a column of Octopus itself. */
  attribute: z.enum(attributeTypes).nullable().default(null),
});
export type ProfileColumn = z.infer<typeof profileColumn>;
