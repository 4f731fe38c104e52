import type { Text } from '../shared/text.ts';

/** What the commands that decide about names and retirements say. */
export const messages = {
  reviveDescription: {
    fr: 'Mettre fin au retrait d’un appareil, ou montrer les appareils retirés',
    en: 'End the retirement of a device, or show the retired devices',
  },
  renamesDescription: {
    fr: 'Montrer les noms tenus (list), ou confirmer que leurs CI sont renommés dans Octopus (confirm)',
    en: 'Show the names that are held (list), or confirm that their CI were renamed in Octopus (confirm)',
  },
  source: { fr: 'Source', en: 'Source' },
  device: { fr: 'Nom, numéro de série ou clé', en: 'Name, serial or key' },
  action: { fr: 'Ce qu’il faut faire', en: 'What to do' },
  names: { fr: 'Anciens noms, ceux que les CI avaient', en: 'Former names, those that the CI had' },
  list: { fr: 'Montrer les appareils retirés', en: 'Show the retired devices' },
  all: { fr: 'Confirmer tous les noms tenus', en: 'Confirm all names that are held' },
  reason: { fr: 'Pourquoi, gardé avec la décision', en: 'Why, kept with the decision' },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration file (default: bridge.yaml of the working folder)',
  },
  state: {
    fr: 'Dossier d’état (par défaut : bridge-state à côté de bridge.yaml)',
    en: 'State folder (default: bridge-state beside bridge.yaml)',
  },
  json: { fr: 'Résultat en un objet JSON', en: 'Result as one JSON object' },
  exampleRevive: { fr: 'PC-0042 a été retrouvé', en: 'PC-0042 was found again' },
  exampleRetired: { fr: 'depuis quand, pourquoi, jusqu’à quand', en: 'since when, why, until when' },
  exampleRenames: {
    fr: 'le CI PC-0042 est renommé dans Octopus',
    en: 'the CI PC-0042 was renamed in Octopus',
  },
  noStore: (folder: string): Text => ({
    fr: `Rien n’a encore été publié avec le dossier d’état ${folder}.`,
    en: `Nothing has been published with the state folder ${folder} yet.`,
  }),
  noStoreHint: {
    fr: 'Nommez le dossier d’état de l’extraction avec --state, ou son bridge.yaml avec --config.',
    en: 'Name the state folder of the extraction with --state, or its bridge.yaml with --config.',
  },
  deviceMissing: { fr: 'Nommez un appareil.', en: 'Name a device.' },
  deviceMissingHint: (source: string): Text => ({
    fr: `bridge revive ${source} NOM, ou bridge revive ${source} --list.`,
    en: `bridge revive ${source} NAME, or bridge revive ${source} --list.`,
  }),
  namesMissing: { fr: 'Nommez les CI renommés.', en: 'Name the CI that were renamed.' },
  namesMissingHint: (source: string): Text => ({
    fr: `bridge renames confirm ${source} ANCIEN-NOM, ou --all pour tous ceux de bridge renames list ${source}.`,
    en: `bridge renames confirm ${source} FORMER-NAME, or --all for all those of bridge renames list ${source}.`,
  }),
  noneRetired: (source: string): Text => ({
    fr: `Aucun appareil de ${source} n’est retiré.`,
    en: `No device of ${source} is retired.`,
  }),
  retired: (name: string, key: string, since: string, absent: string, expires: string): Text => ({
    fr: `${name}  ${key}  retiré le ${since} par rules.retirement : absent depuis le ${absent} ; oublié le ${expires}`,
    en: `${name}  ${key}  retired on ${since} by rules.retirement: absent since ${absent}; forgotten on ${expires}`,
  }),
  revived: (name: string): Text => ({
    fr: `${name} : le retrait a pris fin.`,
    en: `${name}: the retirement has ended.`,
  }),
  revivedNext: {
    fr: 'La prochaine exécution publie ce que la source liste. Si le profil laisse l’état vide, remettez ces CI en service dans Octopus : une cellule vide garde « Retiré ».',
    en: 'The next run publishes what the source lists. If the profile leaves the status blank, put these CI back in service in Octopus: an empty cell keeps "Retired".',
  },
  noneHeld: (source: string): Text => ({
    fr: `Aucun nom de ${source} n’est tenu.`,
    en: `No name of ${source} is held.`,
  }),
  heldName: (former: string, name: string, since: string): Text => ({
    fr: `${former} → ${name}  depuis le ${since}`,
    en: `${former} → ${name}  since ${since}`,
  }),
  confirmed: (former: string, name: string): Text => ({
    fr: `${former} → ${name} : confirmé, la prochaine exécution publie ${name}.`,
    en: `${former} → ${name}: confirmed, the next run publishes ${name}.`,
  }),
} as const;
