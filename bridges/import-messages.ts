import type { Text } from '../shared/text.ts';

/** What the command that runs DataImporter says. */
export const messages = {
  description: {
    fr: 'Lancer DataImporter sur un fichier publié, lire son journal et dire ce qui en est',
    en: 'Run DataImporter on a published file, read its log, and tell what became of it',
  },
  file: {
    fr: 'Fichier publié (.xlsx, .csv), ou son XML',
    en: 'Published file (.xlsx, .csv), or its XML',
  },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration file (default: bridge.yaml of the working folder)',
  },
  state: {
    fr: 'Dossier d’état (par défaut : bridge-state à côté de bridge.yaml)',
    en: 'State folder (default: bridge-state beside bridge.yaml)',
  },
  json: { fr: 'Résultat en un objet JSON', en: 'Result as one JSON object' },
  exampleFile: { fr: 'après « bridge sccm --out … »', en: 'after "bridge sccm --out …"' },
  exampleJson: { fr: 'le résultat pour un programme', en: 'the result for a program' },
  starting: (file: string, minutes: number): Text => ({
    fr: `DataImporter démarre sur ${file} (limite : ${minutes} min).`,
    en: `DataImporter starts on ${file} (limit: ${minutes} min).`,
  }),
  confirmed: { fr: 'importation confirmée par le journal', en: 'import confirmed by the log' },
  unconfirmed: { fr: 'aucune erreur, mais non confirmée', en: 'no error, but not confirmed' },
  failed: { fr: 'importation échouée', en: 'import failed' },
  publishedAt: (time: string): Text => ({ fr: `publié ${time}`, en: `published ${time}` }),
  sent: { fr: 'envoyés', en: 'sent' },
  processed: { fr: 'traités', en: 'processed' },
  added: { fr: 'ajoutés', en: 'added' },
  modified: { fr: 'modifiés', en: 'modified' },
  ignored: { fr: 'ignorés', en: 'ignored' },
  inError: { fr: 'en erreur', en: 'in error' },
  notStated: { fr: 'non indiqué', en: 'not stated' },
  differs: (stated: number, sent: number): Text => ({
    fr: `écart : ${stated} au lieu de ${sent}`,
    en: `difference: ${stated} instead of ${sent}`,
  }),
  sumDiffers: (stated: number, sent: number): Text => ({
    fr: `écart : les nombres font ${stated}, ${sent} envoyés`,
    en: `difference: the numbers make ${stated}, ${sent} sent`,
  }),
  errorLines: (count: number): Text => ({
    fr: `Lignes en erreur du journal (${count})`,
    en: `Lines of the log in error (${count})`,
  }),
  warningLines: (count: number): Text => ({
    fr: `Avertissements du journal (${count})`,
    en: `Warnings of the log (${count})`,
  }),
  moreLines: (count: number): Text => ({ fr: `… et ${count} autres`, en: `… and ${count} more` }),
  console: { fr: 'Dernières lignes de la console', en: 'Last lines of the console' },
  log: { fr: 'Journal gardé', en: 'Log kept' },
} as const;
