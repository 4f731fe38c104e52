import { day, flag, integer, moment, text } from '../../../shared/extract/readers.ts';
import { many, one } from '../../../shared/extract/section.ts';

/** One value a column: the free fields of `tblAssetCustom`, whose labels are in the site section. */
const customFields = {
  custom1: text,
  custom2: text,
  custom3: text,
  custom4: text,
  custom5: text,
  custom6: text,
  custom7: text,
  custom8: text,
  custom9: text,
  custom10: text,
  custom11: text,
  custom12: text,
  custom13: text,
  custom14: text,
  custom15: text,
  custom16: text,
  custom17: text,
  custom18: text,
  custom19: text,
  custom20: text,
} as const;

/** What the organisation and the scanner wrote about the asset. */
export const upkeepSections = {
  customFields: one('custom-field', customFields),
  warranties: many('warranty', { started: day, ended: day, service: text }),
  groups: many('group', { name: text, builtIn: flag }),
  /** Numbers that were merged into this asset. */
  mergedAssets: many('merged-asset', { oldAssetId: integer }),
  /** Ties that hold today, at the child; `name` and `reverseName` as the site writes them. */
  relations: many('relation', {
    parentId: integer,
    parentName: text,
    parentTypeName: text,
    typeCode: integer,
    name: text,
    reverseName: text,
    comments: text,
  }),
  /** Kinds of error, never their texts. */
  scanErrors: many('scan-error', { code: integer, message: text, lastError: moment }),
  lastScan: one('last-scan', { lastScan: moment }),
} as const;
