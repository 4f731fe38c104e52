import type { Text } from '../shared/text.ts';

/** Why assets give way to others, are left out or cannot be told, whatever source they came from. */
const labels: Readonly<Record<string, Text>> = {
  duplicateKey: { fr: 'même clé', en: 'same key' },
  duplicateSerial: { fr: 'même numéro de série', en: 'same serial' },
  duplicateUuid: { fr: 'même UUID', en: 'same UUID' },
  outside: { fr: 'hors de la population voulue', en: 'outside the population wanted' },
  stale: { fr: 'silencieux', en: 'silent' },
  duplicateName: { fr: 'même nom', en: 'same name' },
  retiredHere: { fr: 'retirés ici (bridge revive)', en: 'retired here (bridge revive)' },
  serialMissing: { fr: 'sans numéro de série', en: 'no serial' },
  serialPlaceholder: { fr: 'numéro de série factice', en: 'serial is a placeholder' },
  serialShort: { fr: 'numéro de série trop court', en: 'serial too short' },
  makerUnknown: { fr: 'fabricant inconnu', en: 'maker unknown' },
  uuidMissing: { fr: 'sans UUID', en: 'no UUID' },
  deviceIdMissing: { fr: 'sans identifiant Entra ou de client', en: 'no Entra or client id' },
  addressMissing: { fr: 'sans adresse MAC', en: 'no MAC address' },
  addressNotOwn: {
    fr: 'adresse MAC d’une station d’accueil, virtuelle ou au hasard',
    en: 'MAC address of a dock, virtual or random',
  },
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
  unidentified: { fr: 'non identifiés', en: 'unidentified' },
  keptRetired: { fr: 'dont retirés', en: 'of them retired' },
  files: { fr: 'Fichiers', en: 'Files' },
  kilobytes: (count: number): Text => ({ fr: `${count} Ko`, en: `${count} KB` }),
} satisfies Record<string, Text | ((count: number) => Text)>;
