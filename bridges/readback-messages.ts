import type { Text } from '../shared/text.ts';

/** What the command that reads Octopus back says. */
export const messages = {
  description: {
    fr: 'Demander à Octopus ce qu’il tient d’un fichier importé, par son API non documentée ; rien n’est écrit',
    en: 'Ask Octopus what it holds of an imported file, by its undocumented API; nothing is written',
  },
  file: { fr: 'Fichier .xlsx ou .csv publié', en: 'Published .xlsx or .csv file' },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration file (default: bridge.yaml of the working folder)',
  },
  json: { fr: 'Constats en un objet JSON', en: 'Findings as one JSON object' },
  example: {
    fr: 'après l’importation, avec le bloc octopusApi de bridge.yaml',
    en: 'after the import, with the block octopusApi of bridge.yaml',
  },
  notConfigured: (path: string): Text => ({
    fr: `${path} n’a pas de bloc octopusApi : la relecture n’est pas activée.`,
    en: `${path} has no block octopusApi: reading back is not switched on.`,
  }),
  notConfiguredHint: {
    fr: 'La relecture est facultative ; docs/readback.md donne un bloc à copier.',
    en: 'Reading back is optional; docs/readback.md gives a block to copy.',
  },
  agrees: (sent: number): Text => ({
    fr: `Octopus tient tout ce qui a été envoyé : ${sent} CI.`,
    en: `Octopus holds everything that was sent: ${sent} CIs.`,
  }),
  differs: (differing: number, sent: number): Text => ({
    fr: `Octopus ne tient pas tout ce qui a été envoyé : ${differing} CI sur ${sent} diffèrent. Rien n’a changé ; le code de sortie reste 0.`,
    en: `Octopus does not hold everything that was sent: ${differing} of ${sent} CIs differ. Nothing changed; the exit code stays 0.`,
  }),
} as const;
