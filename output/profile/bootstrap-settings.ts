import { z } from 'zod';
import { legalSheetName, plainSourceName } from './legal-names.ts';

const name = z.string().min(1);

/** A content of DataImporter whose value is deduced from its article, not documented. */
const content = (sheet: string, value: string) => ({
  /** Value of `Content`. */
  content: z
    .string()
    .regex(/^[A-Za-z]+$/)
    .default(value),
  sheet: name.refine(...legalSheetName).default(sheet),
  sourceName: name.refine(...plainSourceName).default(`Bridge ${value}`),
});

/** How the CI types and attributes of a profile are created in Octopus, once, by DataImporter. */
export const bootstrapSettings = z.strictObject({
  types: z
    .strictObject({
      ...content('CI types', 'CIType'),
      headers: z
        .strictObject({
          descriptionFr: name.default('DescriptionFR'),
          descriptionEn: name.default('DescriptionEN'),
          /** Says that WMIUpdater may read machines of this type. */
          isComputer: name.default('IsComputer'),
        })
        .prefault({}),
    })
    .prefault({}),
  attributes: z
    .strictObject({
      ...content('CI attributes', 'CIAttribute'),
      headers: z
        .strictObject({
          type: name.default('Type'),
          attribute: name.default('Attribute'),
          attributeType: name.default('TypeAttribut'),
        })
        .prefault({}),
      /** How the import spells each type of attribute. */
      attributeTypes: z
        .strictObject({
          text: name.default('Text'),
          checkBox: name.default('Check box'),
          date: name.default('Date'),
          number: name.default('Numeric'),
          positiveNumber: name.default('Positive numeric'),
          decimal: name.default('Decimal'),
        })
        .prefault({}),
    })
    .prefault({}),
});
export type BootstrapSettings = z.infer<typeof bootstrapSettings>;
