import type { Text } from '../shared/text.ts';

/** Why assets are left out or give way to others, whatever source they came from. */
const labels: Readonly<Record<string, Text>> = {
  duplicateKey: { fr: 'même clé', en: 'same key' },
  duplicateSerial: { fr: 'même numéro de série', en: 'same serial' },
  outside: { fr: 'hors de la population voulue', en: 'outside the population wanted' },
  stale: { fr: 'silencieux', en: 'silent' },
  duplicateName: { fr: 'même nom', en: 'same name' },
};

/** The words for a reason code, the bridge's own first; the code itself for one that has none. */
export const labelOf = (reason: string, own: Readonly<Record<string, Text>>): Text =>
  own[reason] ?? labels[reason] ?? { fr: reason, en: reason };

/** What the summary of a run says. */
export const messages = {
  ...labels,
  sample: { fr: 'échantillon', en: 'sample' },
  read: { fr: 'lus', en: 'read' },
  excluded: { fr: 'exclus', en: 'excluded' },
  duplicates: { fr: 'doublons', en: 'duplicates' },
  silent: { fr: 'silencieux', en: 'silent' },
  flagged: { fr: 'signalés', en: 'flagged' },
  retired: { fr: 'retirés', en: 'retired' },
  published: { fr: 'publiés', en: 'published' },
  software: { fr: 'logiciels', en: 'software' },
  files: { fr: 'Fichiers', en: 'Files' },
  kilobytes: (count: number): Text => ({ fr: `${count} Ko`, en: `${count} KB` }),
} satisfies Record<string, Text | ((count: number) => Text)>;
