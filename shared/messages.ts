import type { Text } from './text.ts';

const list = (items: readonly string[]) => items.map((item) => `\n  ${item}`).join('');

/** What the steps of a run say. */
export const messages = {
  yamlInvalid: (path: string, faults: readonly string[]): Text => ({
    fr: `${path} contient des erreurs (ligne:colonne entrée) :${list(faults)}`,
    en: `${path} has mistakes (line:column entry):${list(faults)}`,
  }),
  yamlInvalidHint: {
    fr: 'Corrigez les lignes nommées, puis relancez la commande.',
    en: 'Correct the lines named, then run the command again.',
  },
  fileUnreadable: (path: string): Text => ({
    fr: `Le fichier ${path} ne peut pas être lu.`,
    en: `The file ${path} cannot be read.`,
  }),
  fileUnreadableHint: {
    fr: 'Vérifiez le chemin et les droits de lecture du compte qui lance la commande.',
    en: 'Check the path, and that the account running the command may read it.',
  },
} as const;
