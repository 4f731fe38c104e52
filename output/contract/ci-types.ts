import { type Content, column } from './content.ts';

/** Types of CI. The content value is inferred, the columns are documented; French headers of the last two unknown. */
export const ciType: Content = {
  name: 'CIType',
  columns: [
    column('DescriptionFR', 'DescriptionFR', { required: true, maxLength: 100 }),
    column('DescriptionEN', 'DescriptionEN', { required: true, maxLength: 100 }),
    column('IsDocument', 'EstUnDocument', { kind: 'yesNo' }),
    column('IsComputer', 'EstUnOrdinateur', { kind: 'yesNo' }),
    column('TheoreticalLifeTime', 'DuréeDeVieThéorique', { kind: 'integer' }),
    column('SuggestedReplacementValue', 'ValeurDeRemplacementSuggérée', { kind: 'integer' }),
    column('ResponsibleGroup', 'GroupeResponsable'),
    // One snapshot of the article says that this column ends with version 4.2.140.
    column('Attributes', 'Attributs'),
    column('Categories', null),
    column('Status', null, { maxLength: 100 }),
  ],
  refersTo: [],
  others: 'unknown',
  tags: [],
  pairs: [],
  identity: null,
};

/** Types of attribute in the English article; the French names are unknown. */
const attributeTypes = [
  'Check box',
  'Combo box',
  'Date',
  'Date and time',
  'Numeric',
  'Positive numeric',
  'Text',
  'Decimal',
];

/**
 * Attributes of CI types. The content value is inferred; documented in English only. An attribute is unique, but a row
 * also links an existing one to one more type, so a name may come twice.
 */
export const ciAttribute: Content = {
  name: 'CIAttribute',
  columns: [
    column('Type', null, { required: true, maxLength: 125 }),
    column('Attribute', null, { required: true, maxLength: 125 }),
    // Spelled so in the English article.
    column('TypeAttribut', null, { allowed: { en: attributeTypes, fr: [] } }),
    column('Source', null),
    column('Rank', null, { kind: 'integer' }),
    column('KeepHistory', null, { kind: 'yesNo' }),
  ],
  refersTo: ['CIType'],
  others: 'unknown',
  tags: [],
  pairs: [{ rule: 'needs', column: 'TypeAttribut', values: ['Combo box'], other: 'Source' }],
  identity: null,
};
