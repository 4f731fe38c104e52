import type { Text } from '../../shared/text.ts';

const listFr = (names: readonly string[]): string => names.map((name) => `« ${name} »`).join(', ');
const listEn = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** What reading a profile and filling its columns say. */
export const messages = {
  unknown: (name: string, names: readonly string[]): Text => ({
    fr: `Il n’y a pas de profil nommé « ${name} » ; profils fournis : ${names.join(', ')}.`,
    en: `There is no profile named "${name}"; shipped profiles: ${names.join(', ')}.`,
  }),
  unknownHint: {
    fr: 'Donnez un de ces noms, ou le chemin d’un fichier .yaml.',
    en: 'Give one of these names, or the path of a .yaml file.',
  },
  fieldUnknown: (field: string, near: readonly string[]): Text => ({
    fr: `un actif n’a pas de champ « ${field} »${near.length ? ` ; champs proches : ${near.join(', ')}` : ''}`,
    en: `an asset has no field "${field}"${near.length ? `; near: ${near.join(', ')}` : ''}`,
  }),
  formatUnfit: (format: string, field: string, allowed: readonly string[]): Text => ({
    fr: `le format « ${format} » ne convient pas au champ ${field} ; permis : ${allowed.join(', ')}`,
    en: `the format "${format}" does not fit the field ${field}; allowed: ${allowed.join(', ')}`,
  }),
  typeUnknown: (type: string, types: readonly string[]): Text => ({
    fr: `« ${type} » n’est le type d’aucune classe ; permis : ${listFr(types)}`,
    en: `"${type}" is the type of no class; allowed: ${listEn(types)}`,
  }),
  needUnknown: (header: string): Text => ({
    fr: `aucune colonne n’a l’en-tête « ${header} »`,
    en: `no column has the header "${header}"`,
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
  valuesCut: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs coupées à la longueur que la colonne accepte : ${count} (${headers.join(', ')}).`,
    en: `Values cut to the length that the column accepts: ${count} (${headers.join(', ')}).`,
  }),
  typeWithoutAttribute: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs laissées vides, car le type de CI n’a pas cet attribut : ${count} (${headers.join(', ')}).`,
    en: `Values left empty, because the CI type lacks the attribute: ${count} (${headers.join(', ')}).`,
  }),
  neededColumnEmpty: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs laissées vides, car la colonne dont elles dépendent est vide : ${count} (${headers.join(', ')}).`,
    en: `Values left empty, because the column they depend on is empty: ${count} (${headers.join(', ')}).`,
  }),
  charactersReplaced: (characters: number, cells: number): Text => ({
    fr: `Caractères que le format ne peut pas contenir, remplacés : ${characters}, dans ${cells} cellules.`,
    en: `Characters that the format cannot hold, replaced: ${characters}, in ${cells} cells.`,
  }),
  valuesOverridden: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs remplacées par celles du fichier de corrections : ${count} (${headers.join(', ')}).`,
    en: `Values replaced by those of the overrides file: ${count} (${headers.join(', ')}).`,
  }),
  overridesUnmatched: (count: number, first: readonly string[]): Text => ({
    fr: `Corrections sans effet, car aucun actif publié n’a cette clé ou le profil n’a pas cette colonne : ${count} (${first.join(', ')}${count > first.length ? ', …' : ''}).`,
    en: `Overrides without effect, because no published asset has the key or the profile lacks the column: ${count} (${first.join(', ')}${count > first.length ? ', …' : ''}).`,
  }),
} as const;
