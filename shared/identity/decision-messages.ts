import type { Text } from '../text.ts';

/** What is said of decisions about names and retirements. */
export const messages = {
  notHeld: (name: string): Text => ({
    fr: `Aucun appareil renommé n’est tenu sous le nom ${name}.`,
    en: `No renamed device is held under the name ${name}.`,
  }),
  notHeldHint: (source: string): Text => ({
    fr: `bridge renames list ${source} montre les noms tenus ; c’est l’ancien nom qu’il faut donner.`,
    en: `bridge renames list ${source} shows the names that are held; give the former one.`,
  }),
  taken: (former: string, name: string): Text => ({
    fr: `${former} → ${name} : un autre CI publié s’appelle encore ${name}.`,
    en: `${former} → ${name}: another published CI is still called ${name}.`,
  }),
  takenHint: {
    fr: 'Si les deux CI ont été renommés dans Octopus, confirmez-les ensemble ; sinon renommez l’autre d’abord.',
    en: 'If both CI were renamed in Octopus, confirm them together; else rename the other one first.',
  },
  notRetired: (name: string): Text => ({
    fr: `Aucun appareil retiré n’a ${name} pour nom, numéro de série ou clé.`,
    en: `No retired device has ${name} as its name, serial or key.`,
  }),
  notRetiredHint: (source: string): Text => ({
    fr: `bridge revive ${source} --list montre les appareils retirés.`,
    en: `bridge revive ${source} --list shows the retired devices.`,
  }),
} as const;
