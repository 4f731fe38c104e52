import type { Text } from './text.ts';

const list = (items: readonly string[]) => items.map((item) => `\n  ${item}`).join('');
const inFrench = (texts: readonly Text[]) => list(texts.map((text) => text.fr));
const inEnglish = (texts: readonly Text[]) => list(texts.map((text) => text.en));

/** What the steps of a run say. */
export const messages = {
  yamlInvalid: (path: string, faults: readonly Text[]): Text => ({
    fr: `${path} contient des erreurs (ligne:colonne entrée) :${inFrench(faults)}`,
    en: `${path} has mistakes (line:column entry):${inEnglish(faults)}`,
  }),
  yamlChoice: (options: readonly string[], near: readonly string[]): Text => ({
    fr: `valeurs permises : ${options.join(', ')}${near[0] ? ` ; la plus proche : ${near[0]}` : ''}`,
    en: `allowed values: ${options.join(', ')}${near[0] ? `; nearest: ${near[0]}` : ''}`,
  }),
  yamlKeyUnknown: (key: string, near: readonly string[], known: readonly string[]): Text => ({
    fr: `« ${key} » n’est pas une entrée d’ici${near[0] ? ` ; la plus proche : ${near[0]}` : ''} ; permises : ${known.join(', ')}`,
    en: `"${key}" is no entry of this place${near[0] ? `; nearest: ${near[0]}` : ''}; allowed: ${known.join(', ')}`,
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
