import { z } from 'zod';
import { foldName } from './name-table.ts';
import { sections } from './record.ts';
import { settingsMessages as messages } from './settings-messages.ts';

/** Fields of the asset that a custom field of the site may fill. */
export const customTargets = [
  'identity.assetTag',
  'place.location',
  'place.building',
  'place.department',
  'place.branch',
  'nature.description',
  'people.primaryUser',
  'people.contact',
  'purchase.purchasedOn',
  'purchase.warrantyUntil',
  'purchase.orderNumber',
  'purchase.barcode',
] as const;
export type CustomTarget = (typeof customTargets)[number];

const extraForm = /^extra\..+$/u;
const destination = z.union([z.enum(customTargets), z.templateLiteral(['extra.', z.string().min(1)])]);

/** Where a custom field goes: a field of the asset, or `extra.<name>`, which a profile can map to a column. */
export const customDestination = z
  .string()
  .superRefine((value, context) => {
    const isKnown = customTargets.some((target) => target === value) || extraForm.test(value);
    if (!isKnown)
      context.addIssue({ code: 'custom', params: { text: messages.customDestination(customTargets) } });
  })
  .pipe(destination);
export type CustomDestination = z.infer<typeof customDestination>;

/** Custom fields by label, for labels are what people see: numbers move when a site rearranges them. */
export const customFieldRules = z.record(z.string().min(1), customDestination).default({});

/** `custom1` to `custom20`. */
export type CustomColumn = keyof (typeof sections)['customFields']['columns'];

/** The column of a custom field by the name that the product gives it, `Custom5`; null for another name. */
export function customColumn(name: string | null): CustomColumn | null {
  const wanted = (name ?? '').toLowerCase();
  return columns.find((column) => column === wanted) ?? null;
}
const columns = Object.keys(sections.customFields.columns) as CustomColumn[];

/** A custom field with where its values go. */
export interface MappedField {
  readonly column: CustomColumn;
  readonly destination: CustomDestination;
}

/** What the configured labels are on this site; labels that it does not have are told apart. */
export interface MappedFields {
  readonly fields: readonly MappedField[];
  readonly missing: readonly string[];
}

/** Finds configured labels among those of the site; of two fields with one label the first counts. */
export function mapFields(
  wanted: Readonly<Record<string, CustomDestination>>,
  labels: ReadonlyMap<CustomColumn, string>,
): MappedFields {
  const byLabel = new Map([...labels].toReversed().map(([column, label]) => [foldName(label), column]));
  const fields: MappedField[] = [];
  const missing: string[] = [];
  for (const [label, destination] of Object.entries(wanted)) {
    const column = byLabel.get(foldName(label));
    if (column === undefined) missing.push(label);
    else fields.push({ column, destination });
  }
  return { fields, missing };
}
