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
  cannotRetire: (profile: string): Text => ({
    fr: `rules.retirement demande de retirer des appareils, mais le profil ${profile} ne dit pas comment.`,
    en: `rules.retirement asks to retire devices, but the profile ${profile} does not say how.`,
  }),
  cannotRetireHint: {
    fr: 'Ajoutez au profil le bloc « retirement » (status, dates) et deux colonnes, « field: status » et « field: retirementDate » ; ou supprimez rules.retirement.',
    en: 'Add to the profile the block "retirement" (status, dates) and two columns, "field: status" and "field: retirementDate"; or remove rules.retirement.',
  },
  retiresTwice: (profile: string): Text => ({
    fr: `rules.retirement et ManageCIRetirement: true du profil ${profile} se contredisent : DataImporter retirerait tout de suite ce qui ne doit l’être qu’après un délai.`,
    en: `rules.retirement and ManageCIRetirement: true of the profile ${profile} contradict each other: DataImporter would retire at once what is to be retired after a delay.`,
  }),
  retiresTwiceHint: {
    fr: 'Gardez l’un des deux : ManageCIRetirement: false dans le profil, ou pas de rules.retirement.',
    en: 'Keep one of the two: ManageCIRetirement: false in the profile, or no rules.retirement.',
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
  valuesOverridden: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs remplacées par celles du fichier de corrections : ${count} (${headers.join(', ')}).`,
    en: `Values replaced by those of the overrides file: ${count} (${headers.join(', ')}).`,
  }),
  overridesUnmatched: (count: number, first: readonly string[]): Text => ({
    fr: `Corrections sans effet, car aucun actif publié n’a cette clé ou le profil n’a pas cette colonne : ${count} (${first.join(', ')}${count > first.length ? ', …' : ''}).`,
    en: `Overrides without effect, because no published asset has the key or the profile lacks the column: ${count} (${first.join(', ')}${count > first.length ? ', …' : ''}).`,
  }),
} as const;
