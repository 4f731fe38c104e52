import type { Text } from '../shared/text.ts';

const list = (files: readonly string[]): string => files.join(', ');

/** What the command that plans says. */
export const messages = {
  description: {
    fr: 'Montrer ce qu’une exécution changerait, champ par champ, sans rien publier',
    en: 'Show what a run would change, field by field, with nothing published',
  },
  source: { fr: 'Source à lire', en: 'Source to read' },
  for: {
    fr: 'Fichier publié avec lequel comparer, tel que le nomme --out de l’extraction (par défaut : le seul que le magasin connaît)',
    en: 'Published file to compare with, as --out of the extraction names it (default: the only one that the store knows)',
  },
  out: {
    fr: 'Écrire le plan entier dans ce fichier .xlsx, .html ou .json',
    en: 'Write the whole plan to this .xlsx, .html or .json file',
  },
  examplePlan: {
    fr: 'ce qui changerait depuis la dernière publication',
    en: 'what would change since the last publication',
  },
  exampleFile: { fr: 'le plan entier, en une page', en: 'the whole plan, as one page' },
  severalFiles: (source: string, files: readonly string[]): Text => ({
    fr: `${source} a publié plusieurs fichiers : ${list(files)}.`,
    en: `${source} has published several files: ${list(files)}.`,
  }),
  severalFilesHint: {
    fr: 'Dites avec --for lequel comparer.',
    en: 'Say with --for which one to compare with.',
  },
  otherFiles: (path: string, files: readonly string[]): Text => ({
    fr: `Rien n’a été publié dans ${path}, donc tout y serait nouveau. Cette source a publié : ${list(files)}.`,
    en: `Nothing was published to ${path}, so all of it would be new. This source has published: ${list(files)}.`,
  }),
  folderUnmade: (folder: string): Text => ({
    fr: `Le dossier temporaire ${folder} ne peut pas être écrit.`,
    en: `The temporary folder ${folder} cannot be written.`,
  }),
  folderUnmadeHint: {
    fr: 'Libérez de l’espace, ou nommez un autre dossier par la variable TEMP (TMPDIR hors de Windows).',
    en: 'Free some space, or name another folder by the variable TEMP (TMPDIR outside Windows).',
  },
  written: (path: string): Text => ({ fr: `Plan : ${path}`, en: `Plan: ${path}` }),
} as const;
