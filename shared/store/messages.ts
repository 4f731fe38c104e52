import type { Text } from '../text.ts';

/** What the store of a site says. */
export const messages = {
  storeDamaged: (path: string): Text => ({
    fr: `Le magasin ${path} est endommagé ou illisible.`,
    en: `The store ${path} is damaged or unreadable.`,
  }),
  storeDamagedHint: (path: string): Text => ({
    fr: `Renommez-le (par exemple ${path}.ancien) et relancez : un nouveau magasin se remplit à la prochaine exécution complète, sans point de comparaison cette fois. Les fichiers publiés restent.`,
    en: `Rename it (for example ${path}.old) and run again: a new store is filled by the next complete run, with nothing to compare with that once. The published files stay.`,
  }),
  storeRefused: (path: string): Text => ({
    fr: `Le magasin ${path} ne peut pas être lu ou écrit.`,
    en: `The store ${path} cannot be read or written.`,
  }),
  storeRefusedHint: {
    fr: 'Donnez au compte le droit d’y écrire, libérez de l’espace, ou donnez un autre dossier à --state.',
    en: 'Let the account write there, free some space, or give --state another folder.',
  },
  storeBusy: (path: string): Text => ({
    fr: `Une exécution écrit en ce moment dans le magasin ${path}.`,
    en: `A run is writing to the store ${path} right now.`,
  }),
  storeBusyHint: {
    fr: 'Réessayez dans un instant.',
    en: 'Try again in a moment.',
  },
  storeForeign: (path: string): Text => ({
    fr: `${path} est une base d’un autre programme.`,
    en: `${path} is a database of another program.`,
  }),
  storeForeignHint: {
    fr: 'Donnez un autre dossier à --state, ou déplacez ce fichier.',
    en: 'Give --state another folder, or move this file away.',
  },
  storeNewer: (path: string, version: number): Text => ({
    fr: `${path} a été écrit par une version plus récente de l’outil (schéma ${version}).`,
    en: `${path} was written by a newer version of the tool (schema ${version}).`,
  }),
  storeNewerHint: {
    fr: 'Installez cette version ou une plus récente, ou donnez un autre dossier à --state.',
    en: 'Install that version or a newer one, or give --state another folder.',
  },
} as const;
