import type { Text } from '../shared/text.ts';

/** Why devices are left out, in the words of the summary. */
const labels: Readonly<Record<string, Text>> = {
  unknownObject: { fr: 'objets de déploiement', en: 'deployment placeholders' },
  noName: { fr: 'sans nom', en: 'without a name' },
  obsolete: { fr: 'périmés', en: 'obsolete' },
  decommissioned: { fr: 'mis hors service', en: 'decommissioned' },
  noClient: { fr: 'sans client', en: 'without a client' },
  personal: { fr: 'personnels', en: 'personal' },
  defenderOnly: { fr: 'connus de Defender seul', en: 'known to Defender only' },
  tenantAttached: { fr: 'connus de SCCM seul', en: 'known to SCCM only' },
  stale: { fr: 'silencieux', en: 'silent' },
  duplicateKey: { fr: 'même clé', en: 'same key' },
  duplicateSerial: { fr: 'même numéro de série', en: 'same serial' },
  duplicateName: { fr: 'même nom', en: 'same name' },
};

/** The words for a reason code; the code itself for one that has none. */
export const labelOf = (reason: string): Text => labels[reason] ?? { fr: reason, en: reason };

/** What the summary of a run says. */
export const messages = {
  ...labels,
  sample: { fr: 'échantillon', en: 'sample' },
  read: { fr: 'lus', en: 'read' },
  excluded: { fr: 'exclus', en: 'excluded' },
  duplicates: { fr: 'doublons', en: 'duplicates' },
  published: { fr: 'publiés', en: 'published' },
  files: { fr: 'Fichiers', en: 'Files' },
  kilobytes: (count: number): Text => ({ fr: `${count} Ko`, en: `${count} KB` }),
} satisfies Record<string, Text | ((count: number) => Text)>;
