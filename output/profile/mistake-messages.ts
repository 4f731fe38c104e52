import type { Text } from '../../shared/text.ts';

const listFr = (names: readonly string[]): string => names.map((name) => `« ${name} »`).join(', ');
const listEn = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const nearFr = (names: readonly string[]): string => (names[0] ? ` ; le plus proche : « ${names[0]} »` : '');
const nearEn = (names: readonly string[]): string => (names[0] ? `; nearest: "${names[0]}"` : '');

/** What is wrong in a profile. */
export const messages = {
  fieldUnknown: (field: string, near: readonly string[], places: readonly string[]): Text => ({
    fr: `un actif n’a pas de champ « ${field} »${near.length ? ` ; champs proches : ${near.join(', ')}` : ''} ; permis : ${places.join(', ')}`,
    en: `an asset has no field "${field}"${near.length ? `; near: ${near.join(', ')}` : ''}; allowed: ${places.join(', ')}`,
  }),
  formatUnfit: (format: string, field: string, allowed: readonly string[]): Text => ({
    fr: `le format « ${format} » ne convient pas au champ ${field} ; permis : ${allowed.join(', ')}`,
    en: `the format "${format}" does not fit the field ${field}; allowed: ${allowed.join(', ')}`,
  }),
  typeUnknown: (type: string, near: readonly string[], types: readonly string[]): Text => ({
    fr: `« ${type} » n’est le type d’aucune classe, ni un groupe${nearFr(near)} ; permis : ${listFr(types)}`,
    en: `"${type}" is the type of no class, nor a group${nearEn(near)}; allowed: ${listEn(types)}`,
  }),
  needUnknown: (header: string, near: readonly string[], headers: readonly string[]): Text => ({
    fr: `aucune autre colonne n’a l’en-tête « ${header} »${nearFr(near)} ; permis : ${listFr(headers)}`,
    en: `no other column has the header "${header}"${nearEn(near)}; allowed: ${listEn(headers)}`,
  }),
  modelNeeds: (model: string, manufacturer: string): Text => ({
    fr: `la colonne « ${model} » doit avoir « needs: ${manufacturer} », sans quoi Octopus refuse la ligne`,
    en: `the column "${model}" must have "needs: ${manufacturer}", or Octopus refuses the row`,
  }),
  headerLanguage: (header: string, right: string): Text => ({
    fr: `« ${header} » est un en-tête de l’autre langue ; ici : « ${right} »`,
    en: `"${header}" is a header of the other language; here: "${right}"`,
  }),
  headerTwice: (header: string): Text => ({
    fr: `l’en-tête « ${header} » est déjà donné`,
    en: `the header "${header}" is already given`,
  }),
  columnMissing: (header: string): Text => ({
    fr: `il manque la colonne « ${header} », avec « required: true »`,
    en: `the column "${header}" is missing, with "required: true"`,
  }),
  columnCount: (limit: number): Text => ({
    fr: `il faut moins de ${limit} colonnes`,
    en: `there must be fewer than ${limit} columns`,
  }),
  sheetName: {
    fr: '31 caractères au plus, lettres, chiffres, espace, trait d’union et soulignement',
    en: 'at most 31 characters: letters, digits, space, hyphen and underscore',
  },
  sourceName: {
    fr: 'lettres sans accent, chiffres, espace, point, trait d’union, soulignement et {source}',
    en: 'letters without accents, digits, space, dot, hyphen, underscore and {source}',
  },
  plainSourceName: {
    fr: 'lettres sans accent, chiffres, espace, point, trait d’union et soulignement',
    en: 'letters without accents, digits, space, dot, hyphen and underscore',
  },
  groupIsType: (group: string): Text => ({
    fr: `« ${group} » est déjà un type de CI ; donnez un autre nom au groupe`,
    en: `"${group}" is already a CI type; give the group another name`,
  }),
  notATime: (field: string): Text => ({
    fr: `${field} n’est pas une date ; permis : un champ de date, par exemple life.lastSeenAt, ou extra.<colonne>`,
    en: `${field} is not a date; allowed: a date field, for example life.lastSeenAt, or extra.<column>`,
  }),
  retirementNeedsDay: (status: string): Text => ({
    fr: `l’état « ${status} » retire un CI, ce qui exige un jour : ajoutez le bloc « retirement » et une colonne « field: retirementDate »`,
    en: `the status "${status}" retires a CI, which requires a day: add the block "retirement" and a column "field: retirementDate"`,
  }),
  fieldOrLevels: (header: string): Text => ({
    fr: `la colonne « ${header} » doit avoir soit « field », soit « levels »`,
    en: `the column "${header}" must have either "field" or "levels"`,
  }),
  levelUnfit: (field: string, near: readonly string[]): Text => ({
    fr: `« ${field} » ne peut pas être un niveau${nearFr(near)} ; permis : un champ de texte d’un actif`,
    en: `"${field}" cannot be a level${nearEn(near)}; allowed: a text field of an asset`,
  }),
  levelsAlone: (entry: string): Text => ({
    fr: `« ${entry} » ne va pas avec « levels »`,
    en: `"${entry}" does not go with "levels"`,
  }),
  valuesUnfit: (field: string): Text => ({
    fr: `« values » ne convient pas au champ ${field} ; permis : un champ de texte d’un actif`,
    en: `"values" does not fit the field ${field}; allowed: a text field of an asset`,
  }),
  valueUnknown: (
    value: string,
    field: string,
    choices: readonly string[],
    near: readonly string[],
  ): Text => ({
    fr: `${field} n’a jamais la valeur « ${value} »${nearFr(near)} ; permis : ${listFr(choices)}`,
    en: `${field} never has the value "${value}"${nearEn(near)}; allowed: ${listEn(choices)}`,
  }),
  attributeLong: (attribute: string, limit: number): Text => ({
    fr: `un attribut « ${attribute} » prend au plus ${limit} caractères : donnez « maxLength », de 1 à ${limit}`,
    en: `an attribute "${attribute}" takes at most ${limit} characters: give "maxLength", from 1 to ${limit}`,
  }),
  clearIsApart: {
    fr: '« Clear » viderait dans Octopus toute cellule vide ; permis : NoChange. Pour vider des colonnes, nommez-les dans « clear »',
    en: '"Clear" would blank in Octopus every cell that is empty; allowed: NoChange. To clear columns, name them in "clear"',
  },
  clearUnknown: (header: string, near: readonly string[], headers: readonly string[]): Text => ({
    fr: `aucune colonne n’a l’en-tête « ${header} »${nearFr(near)} ; permis : ${listFr(headers)}`,
    en: `no column has the header "${header}"${nearEn(near)}; allowed: ${listEn(headers)}`,
  }),
  clearRequired: (header: string): Text => ({
    fr: `la colonne « ${header} » est obligatoire : DataImporter ne la vide pas`,
    en: `the column "${header}" is required: DataImporter does not clear it`,
  }),
  clearClosedList: (header: string): Text => ({
    fr: `la colonne « ${header} » n’accepte qu’une liste fermée de valeurs : DataImporter ne la vide pas`,
    en: `the column "${header}" takes only a closed list of values: DataImporter does not clear it`,
  }),
  clearTogether: (header: string, other: string): Text => ({
    fr: `« ${header} » et « ${other} » vont ensemble : nommez aussi « ${other} »`,
    en: `"${header}" and "${other}" go together: name "${other}" as well`,
  }),
  clearTypes: (header: string, first: string): Text => ({
    fr: `« ${header} » n’existe pas pour les mêmes types de CI que « ${first} » : un seul fichier ne peut pas vider les deux`,
    en: `"${header}" does not exist for the same CI types as "${first}": one file cannot clear both`,
  }),
} as const;
