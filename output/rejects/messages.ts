import type { Text } from '../../shared/text.ts';

/** What refusing files and correcting them say. */
export const messages = {
  refused: (count: number, rules: string, first: Text): Text => ({
    fr: `Les fichiers ne respectent pas ce que DataImporter accepte ; rien n’a été publié. Écarts : ${count} (${rules}). Le premier : ${first.fr}.`,
    en: `The files break what DataImporter accepts; nothing was published. Violations: ${count} (${rules}). The first: ${first.en}.`,
  }),
  refusedHint: (path: string): Text => ({
    fr: `Ouvrez ${path}, corrigez à la source ou remplissez la dernière colonne, enregistrez sous un autre nom, et relancez avec --overrides et ce nom ; docs/verify.md explique chaque règle.`,
    en: `Open ${path}, correct in the source or fill in the last column, save under another name, and run again with --overrides and that name; docs/verify.md explains each rule.`,
  }),
  refusedUnlistedHint: (path: string): Text => ({
    fr: `La liste des écarts n’a pas pu être écrite dans ${path} : fermez ce fichier s’il est ouvert, puis relancez la commande.`,
    en: `The list of violations could not be written to ${path}: close that file if it is open, then run the command again.`,
  }),
  place: (row: number, column: string | null, key: string | null): Text => ({
    fr: `ligne ${row}${column ? `, « ${column} »` : ''}${key ? `, actif ${key}` : ''}`,
    en: `row ${row}${column ? `, "${column}"` : ''}${key ? `, asset ${key}` : ''}`,
  }),
  pair: (rule: string, place: Text): Text => ({ fr: `${rule}, ${place.fr}`, en: `${rule}, ${place.en}` }),
  warned: (count: number, place: Text, text: Text): Text => ({
    fr: `À vérifier : ${count} (${place.fr} : ${text.fr}).`,
    en: `To check: ${count} (${place.en}: ${text.en}).`,
  }),
  sheet: { fr: 'Rejets', en: 'Rejects' },
  kept: { fr: 'correction déjà en usage', en: 'correction already in use' },
  more: (count: number): Text => ({
    fr: `… et ${count} autres écarts, comptés et non listés`,
    en: `… and ${count} more violations, counted and not listed`,
  }),
  staleRejects: (path: string): Text => ({
    fr: `L’ancien fichier de rejets ${path} n’a pas pu être retiré ; il ne vaut plus.`,
    en: `The former rejects file ${path} could not be removed; it no longer holds.`,
  }),
  overridesUnreadable: (path: string): Text => ({
    fr: `Le fichier de corrections ${path} n’est pas un classeur .xlsx lisible.`,
    en: `The overrides file ${path} is no .xlsx workbook that can be read.`,
  }),
  overridesUnreadableHint: {
    fr: 'Donnez à --overrides un fichier de rejets corrigé et enregistré en .xlsx.',
    en: 'Give --overrides a rejects file that was corrected and saved as .xlsx.',
  },
  overridesColumnMissing: (path: string, header: string): Text => ({
    fr: `Le fichier de corrections ${path} n’a pas de colonne « ${header} ».`,
    en: `The overrides file ${path} has no column "${header}".`,
  }),
  overridesColumnHint: {
    fr: 'Gardez la première feuille et les en-têtes du fichier de rejets tels quels.',
    en: 'Keep the first sheet and the headers of the rejects file as they are.',
  },
  overridesRow: (path: string, row: number, fault: Text): Text => ({
    fr: `Fichier de corrections ${path}, ligne ${row} : ${fault.fr}.`,
    en: `Overrides file ${path}, row ${row}: ${fault.en}.`,
  }),
  overridesRowHint: {
    fr: 'Corrigez ou retirez cette ligne, puis relancez la commande.',
    en: 'Correct or remove this row, then run the command again.',
  },
  keyMissing: {
    fr: 'la valeur corrigée n’a pas de clé d’actif ou de colonne',
    en: 'the corrected value has no asset key or no column',
  },
  correctedTwice: (row: number): Text => ({
    fr: `la ligne ${row} donne une autre valeur à la même cellule`,
    en: `row ${row} gives the same cell another value`,
  }),
  notText: {
    fr: 'la valeur corrigée est une formule, une date ou une erreur, non du texte',
    en: 'the corrected value is a formula, a date or an error, not text',
  },
} as const;
