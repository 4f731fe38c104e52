import type { Text } from './text.ts';

/** What fetching a secret says. */
export const messages = {
  secretInPlace: {
    fr: 'un secret n’est jamais écrit ici ; nommez sa place : { env: NOM } ou { file: CHEMIN }',
    en: 'a secret is never written here; name its place: { env: NAME } or { file: PATH }',
  },
  secretMissing: (name: string): Text => ({
    fr: `Le secret ${name} est vide ou introuvable.`,
    en: `The secret ${name} is empty or cannot be found.`,
  }),
  secretMissingHint: {
    fr: 'Définissez la variable d’environnement pour le compte de la tâche planifiée, ou vérifiez le chemin et les droits du fichier.',
    en: 'Set the environment variable for the account of the scheduled task, or check the path and rights of the file.',
  },
} as const;
