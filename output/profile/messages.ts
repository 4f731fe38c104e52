import type { Text } from '../../shared/text.ts';

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
  cellMissing: (key: string, header: string): Text => ({
    fr: `L’actif ${key} n’a pas de valeur pour la colonne obligatoire « ${header} ».`,
    en: `The asset ${key} has no value for the required column "${header}".`,
  }),
  cellMissingHint: {
    fr: 'Excluez cet actif par les règles, complétez-le dans la source, ou rendez la colonne facultative dans le profil.',
    en: 'Exclude this asset by the rules, complete it in the source, or make the column optional in the profile.',
  },
  cellTooLong: (key: string, header: string, length: number, limit: number): Text => ({
    fr: `L’actif ${key} a une valeur de ${length} caractères pour la colonne « ${header} » ; elle ne peut pas être coupée à ${limit}.`,
    en: `The asset ${key} has a value of ${length} characters for the column "${header}"; it cannot be cut to ${limit}.`,
  }),
  cellTooLongHint: {
    fr: 'Raccourcissez cette valeur dans la source, ou excluez cet actif par les règles.',
    en: 'Shorten this value in the source, or exclude this asset by the rules.',
  },
  cellTwice: (key: string, other: string, header: string): Text => ({
    fr: `Les actifs ${other} et ${key} ont la même valeur dans la colonne « ${header} », qui doit être unique.`,
    en: `The assets ${other} and ${key} have the same value in column "${header}", which must be unique.`,
  }),
  cellTwiceHint: {
    fr: 'Excluez un des deux par les règles, ou corrigez la source.',
    en: 'Exclude one of the two by the rules, or correct the source.',
  },
  valuesCut: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs coupées à la longueur que la colonne accepte : ${count} (${headers.join(', ')}).`,
    en: `Values cut to the length that the column accepts: ${count} (${headers.join(', ')}).`,
  }),
  neededColumnEmpty: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs laissées vides, car la colonne dont elles dépendent est vide : ${count} (${headers.join(', ')}).`,
    en: `Values left empty, because the column they depend on is empty: ${count} (${headers.join(', ')}).`,
  }),
  retiredWithoutDay: (count: number, headers: readonly string[]): Text => ({
    fr: `États laissés vides, car aucun champ ne dit le jour du retrait, qu’Octopus exige : ${count} (${headers.join(', ')}).`,
    en: `Statuses left empty, because no field tells the day of the retirement, which Octopus requires: ${count} (${headers.join(', ')}).`,
  }),
  levelUnknown: (count: number, headers: readonly string[]): Text => ({
    fr: `Chemins arrêtés à un niveau inconnu : ${count} (${headers.join(', ')}).`,
    en: `Paths ended at an unknown level: ${count} (${headers.join(', ')}).`,
  }),
  separatorReplaced: (count: number, headers: readonly string[]): Text => ({
    fr: `Noms de niveaux qui contenaient le séparateur, remplacé par un trait d’union : ${count} (${headers.join(', ')}).`,
    en: `Names of levels that held the separator, replaced by a hyphen: ${count} (${headers.join(', ')}).`,
  }),
  retirementManaged: {
    fr: 'ManageCIRetirement vaut true : DataImporter retirera les CI de cette source qui manquent dans le fichier.',
    en: 'ManageCIRetirement is true: DataImporter will retire the CI of this source that the file lacks.',
  },
  clearUnfilled: (headers: readonly string[]): Text => ({
    fr: `Colonnes non vidées, car aucun actif n’y a de valeur, ce qui ressemble à une lecture manquée : ${headers.join(', ')}.`,
    en: `Columns not cleared, because no asset has a value there, which looks like a reading that failed: ${headers.join(', ')}.`,
  }),
  clearLeftover: (path: string): Text => ({
    fr: `${path} vient d’une exécution antérieure et viderait des colonnes que celle-ci a remplies : supprimez ce fichier, ou nommez de nouveau les colonnes dans « clear ».`,
    en: `${path} is of an earlier run and would clear columns that this one has filled: delete this file, or name the columns in "clear" again.`,
  }),
  charactersReplaced: (characters: number, cells: number): Text => ({
    fr: `Caractères que le format ne peut pas contenir, remplacés : ${characters}, dans ${cells} cellules.`,
    en: `Characters that the format cannot hold, replaced: ${characters}, in ${cells} cells.`,
  }),
} as const;
