import type { Text } from '../shared/text.ts';

/** What the command that verifies importer files says. */
export const messages = {
  description: {
    fr: 'Vérifier un jeu de fichiers de DataImporter ; rien n’est écrit ni contacté',
    en: 'Verify a set of DataImporter files; nothing is written or contacted',
  },
  file: {
    fr: 'Un fichier du jeu : classeur .xlsx, .csv, base .db ou .sqlite, ou configuration .xml',
    en: 'A file of the set: workbook .xlsx, .csv, database .db or .sqlite, or configuration .xml',
  },
  profile: {
    fr: 'Profil qui nomme les types de CI, les états et les attributs (par défaut : celui de bridge.yaml)',
    en: 'Profile that names the CI types, statuses and attributes (default: the one of bridge.yaml)',
  },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant, s’il existe)',
    en: 'Configuration file (default: bridge.yaml of the working folder, if there is one)',
  },
  json: { fr: 'Constats en un objet JSON', en: 'Findings as one JSON object' },
  example: { fr: 'un jeu publié', en: 'a published set' },
  exampleProfile: { fr: 'avec les types de CI d’un profil', en: 'with the CI types of a profile' },
  fileMissing: (path: string): Text => ({
    fr: `Il n’y a pas de fichier ${path}.`,
    en: `There is no file ${path}.`,
  }),
  fileMissingHint: {
    fr: 'Donnez le chemin d’un .xlsx, .csv, .db, .sqlite ou .xml publié.',
    en: 'Give the path of a published .xlsx, .csv, .db, .sqlite or .xml.',
  },
  extensionUnknown: (path: string): Text => ({
    fr: `${path} n’est ni un .xlsx, ni un .csv, ni une base .db ou .sqlite, ni un .xml.`,
    en: `${path} is neither an .xlsx nor a .csv nor a .db or .sqlite nor an .xml.`,
  }),
  row: (row: number): Text => ({ fr: `ligne ${row}`, en: `row ${row}` }),
  line: (row: number): Text => ({ fr: `ligne ${row}`, en: `line ${row}` }),
  pair: (place: string, text: Text): Text => ({ fr: `${place} : ${text.fr}`, en: `${place}: ${text.en}` }),
  more: (count: number): Text => ({ fr: `et ${count} autres`, en: `and ${count} more` }),
  good: (rows: number, warnings: number): Text => ({
    fr: `Les fichiers respectent ce que DataImporter accepte. Lignes : ${rows}, avertissements : ${warnings}.`,
    en: `The files keep to what DataImporter accepts. Rows: ${rows}, warnings: ${warnings}.`,
  }),
  bad: (rows: number, errors: number, warnings: number): Text => ({
    fr: `Les fichiers ne respectent pas ce que DataImporter accepte. Lignes : ${rows}, erreurs : ${errors}, avertissements : ${warnings}.`,
    en: `The files break what DataImporter accepts. Rows: ${rows}, errors: ${errors}, warnings: ${warnings}.`,
  }),
} as const;
