import type { Text } from '../shared/text.ts';

/** What the command line says. */
export const messages = {
  usage: {
    fr: 'bridge <source> --out FICHIER : lit une source, vérifie, publie les fichiers de DataImporter',
    en: 'bridge <source> --out FILE: reads a source, verifies, publishes the files for DataImporter',
  },
  extractDescription: (title: Text): Text => ({
    fr: `Lire ${title.fr} et publier ses appareils`,
    en: `Read ${title.en} and publish its devices`,
  }),
  exampleSample: {
    fr: 'l’échantillon embarqué, sans configuration ni réseau',
    en: 'the embedded sample, without configuration or network',
  },
  exampleReal: { fr: 'la source décrite dans bridge.yaml', en: 'the source described in bridge.yaml' },
  optionOut: {
    fr: 'Fichier à publier, .xlsx, .csv ou sqlite:FICHIER.db ; ou mssql, la base que nomme bridge.yaml',
    en: 'File to publish, .xlsx, .csv or sqlite:FILE.db; or mssql, the database that bridge.yaml names',
  },
  optionSample: {
    fr: 'Lire l’échantillon embarqué au lieu de la source',
    en: 'Read the embedded sample instead of the source',
  },
  optionConfig: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration file (default: bridge.yaml of the working folder)',
  },
  optionProfile: {
    fr: 'Profil : octopus-fr, octopus-en ou un fichier YAML',
    en: 'Profile: octopus-fr, octopus-en or a YAML file',
  },
  optionState: {
    fr: 'Dossier d’état (par défaut : bridge-state à côté de bridge.yaml)',
    en: 'State folder (default: bridge-state beside bridge.yaml)',
  },
  optionOverrides: {
    fr: 'Fichier de rejets corrigé, dont les valeurs remplacent celles de la source',
    en: 'Corrected rejects file, whose values replace those of the source',
  },
  optionEncoding: {
    fr: 'Encodage d’un .csv ; utf8 est pour des personnes : ni configuration XML ni Schema.ini',
    en: 'Encoding of a .csv; utf8 is for people: neither XML configuration nor Schema.ini',
  },
  optionAcceptDrop: {
    fr: 'Publier une fois malgré la garde, quand le parc a vraiment autant changé',
    en: 'Publish once in spite of the guard, when the fleet has really changed that much',
  },
  optionSoftware: {
    fr: 'Publier aussi les logiciels installés, dans ce fichier .xlsx ou .csv et sa propre configuration XML',
    en: 'Publish installed software too, in this .xlsx or .csv file with an XML configuration of its own',
  },
  exampleSoftware: { fr: 'avec les logiciels installés', en: 'with the installed software' },
  optionJson: { fr: 'Résultat en un objet JSON', en: 'Result as one JSON object' },
  optionLang: { fr: 'Langue des textes', en: 'Language of the texts' },
  optionHelp: { fr: 'Afficher l’aide', en: 'Show help' },
  optionVersion: { fr: 'Afficher la version', en: 'Show the version' },
  epilogue: {
    fr: 'Codes de sortie : 0 publié · 1 anomalie de l’outil · 2 ligne de commande, configuration ou requête · 3 accès refusé · 4 source injoignable ou lecture incomplète · 5 données douteuses · 6 écriture impossible · 7 importation échouée · 130 interrompu',
    en: 'Exit codes: 0 published · 1 fault of the tool · 2 command line, configuration or query · 3 access refused · 4 source unreachable or incompletely read · 5 data not trustworthy · 6 cannot write · 7 import failed · 130 interrupted',
  },
  commandMissing: { fr: 'Nommez une source.', en: 'Name a source.' },
  commandWrong: (detail: string): Text => ({
    fr: `Ligne de commande : ${detail}`,
    en: `Command line: ${detail}`,
  }),
  commandWrongHint: {
    fr: 'bridge --help, ou bridge <source> --help, montre ce qui est permis.',
    en: 'bridge --help, or bridge <source> --help, shows what is allowed.',
  },
  configMissing: (path: string): Text => ({
    fr: `Il n’y a pas de configuration : ${path} n’existe pas.`,
    en: `There is no configuration: ${path} does not exist.`,
  }),
  configMissingHint: {
    fr: 'Créez bridge.yaml d’après le README, nommez-le avec --config, ou essayez --sample.',
    en: 'Create bridge.yaml from the README, name it with --config, or try --sample.',
  },
  sourceMissing: (name: string, path: string): Text => ({
    fr: `${path} ne décrit pas la source ${name}.`,
    en: `${path} does not describe the source ${name}.`,
  }),
  sourceMissingHint: (name: string): Text => ({
    fr: `Ajoutez un bloc sources.${name} ; bridges/${name}/README.md en donne un à copier.`,
    en: `Add a block sources.${name}; bridges/${name}/README.md gives one to copy.`,
  }),
  sampleOverReal: (path: string): Text => ({
    fr: `${path} contient le parc réel : l’échantillon ne le remplacera pas.`,
    en: `${path} holds the real fleet: the sample will not replace it.`,
  }),
  sampleOverRealHint: {
    fr: 'Donnez un autre nom ou un autre dossier à --out.',
    en: 'Give --out another name or folder.',
  },
  interrupted: {
    fr: 'Interrompu : rien n’a changé, les derniers fichiers publiés restent.',
    en: 'Interrupted: nothing changed, the last published files stay.',
  },
  failed: (text: string): Text => ({ fr: `Échec : ${text}`, en: `Failed: ${text}` }),
  hint: (text: string): Text => ({ fr: `À faire : ${text}`, en: `What to do: ${text}` }),
  bug: {
    fr: 'Anomalie de l’outil. Joignez ce qui suit à votre signalement ; rien n’a été publié.',
    en: 'A fault of the tool. Add what follows to your report; nothing was published.',
  },
  warning: (text: string): Text => ({ fr: `Avertissement : ${text}`, en: `Warning: ${text}` }),
  stepRead: (section: string, rows: number): Text => ({
    fr: `lecture ${section} : ${rows}`,
    en: `reading ${section}: ${rows}`,
  }),
  stepNormalize: (count: number): Text => ({ fr: `appareils : ${count}`, en: `devices: ${count}` }),
  stepWrite: (file: string, rows: number): Text => ({
    fr: `écriture ${file} : ${rows}`,
    en: `writing ${file}: ${rows}`,
  }),
} as const;
