import type { Doubt } from '../output/profile/doubts.ts';
import type { Text } from '../shared/text.ts';
import type { ProfileChoice } from './profile-choice.ts';

/** What the commands about profiles say. */
export const messages = {
  description: {
    fr: 'Voir, vérifier, copier un profil, et préparer Octopus pour lui',
    en: 'Show, check, copy a profile, and prepare Octopus for it',
  },
  actionMissing: {
    fr: 'Dites quoi faire : show, check, copy ou bootstrap.',
    en: 'Say what to do: show, check, copy or bootstrap.',
  },
  showDescription: {
    fr: 'Montrer le profil en usage : d’où vient chaque colonne, et ce qui est à vérifier dans Octopus',
    en: 'Show the profile in use: where each column comes from, and what to verify in Octopus',
  },
  checkDescription: {
    fr: 'Dire toutes les erreurs d’un profil, avec ligne et colonne',
    en: 'Tell every mistake of a profile, with line and column',
  },
  copyDescription: {
    fr: 'Écrire une copie commentée d’un profil livré, à adapter',
    en: 'Write a commented copy of a shipped profile, to adapt',
  },
  bootstrapDescription: {
    fr: 'Préparer l’importation, à faire une fois, des types de CI et des attributs du profil',
    en: 'Prepare the import, to do once, of the CI types and attributes of the profile',
  },
  nameOrFile: {
    fr: 'octopus-fr, octopus-en ou un fichier YAML (par défaut : le profil de bridge.yaml)',
    en: 'octopus-fr, octopus-en or a YAML file (default: the profile of bridge.yaml)',
  },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant, s’il existe)',
    en: 'Configuration file (default: bridge.yaml of the working folder, if there is one)',
  },
  json: { fr: 'Profil en un objet JSON', en: 'Profile as one JSON object' },
  file: { fr: 'Fichier YAML à vérifier', en: 'YAML file to check' },
  shippedName: { fr: 'octopus-fr ou octopus-en', en: 'octopus-fr or octopus-en' },
  newFile: { fr: 'Fichier à créer, .yaml', en: 'File to create, .yaml' },
  bootstrapOut: {
    fr: 'Fichier .xlsx ou .csv ; « -types » et « -attributes » s’ajoutent à son nom',
    en: 'File .xlsx or .csv; "-types" and "-attributes" are added to its name',
  },
  exampleShow: {
    fr: 'le profil que prendrait une extraction',
    en: 'the profile that an extraction would take',
  },
  exampleCheck: { fr: 'avant de s’en servir', en: 'before using it' },
  exampleCopy: { fr: 'le point de départ d’un profil à vous', en: 'the beginning of a profile of yours' },
  exampleBootstrap: {
    fr: 'avant la première importation, une seule fois',
    en: 'before the first import, only once',
  },
  noMistake: (file: string, columns: number, doubts: number): Text => ({
    fr: `${file} : aucune erreur. Colonnes : ${columns}. À vérifier dans Octopus : ${doubts} (bridge profile show ${file}).`,
    en: `${file}: no mistake. Columns: ${columns}. To verify in Octopus: ${doubts} (bridge profile show ${file}).`,
  }),
  notYaml: (file: string): Text => ({
    fr: `Le nom d’un profil doit finir par .yaml ou .yml : ${file}`,
    en: `The name of a profile must end in .yaml or .yml: ${file}`,
  }),
  copyHint: {
    fr: 'Exemple : bridge profile copy octopus-fr mon-profil.yaml',
    en: 'Example: bridge profile copy octopus-en my-profile.yaml',
  },
  copyExists: (file: string): Text => ({
    fr: `${file} existe déjà et ne sera pas remplacé.`,
    en: `${file} exists already and will not be replaced.`,
  }),
  copyExistsHint: {
    fr: 'Donnez un autre nom de fichier à la commande.',
    en: 'Give the command another file name.',
  },
  copyOf: (name: string, version: string): Text => ({
    fr: `Copie de ${name}, octopus-bridge ${version}.`,
    en: `Copy of ${name}, octopus-bridge ${version}.`,
  }),
  copied: (file: string): Text => ({
    fr: `${file} est écrit. Adaptez-le, puis :\n  bridge profile check ${file}\n  profile: ${file}   (dans bridge.yaml, ou --profile ${file})`,
    en: `${file} is written. Adapt it, then:\n  bridge profile check ${file}\n  profile: ${file}   (in bridge.yaml, or --profile ${file})`,
  }),
  untranslated: (types: readonly string[]): Text => ({
    fr: `Avertissement : le nom dans l’autre langue n’est pas connu ; il répète celui du profil : ${types.join(', ')}.`,
    en: `Warning: the name in the other language is not known; it repeats the one of the profile: ${types.join(', ')}.`,
  }),
  builtInUnsure: (attributes: readonly string[]): Text => ({
    fr: `Avertissement : Octopus a déjà ces attributs, mais leur nom exact est à vérifier, sans quoi un second serait créé : ${attributes.join(', ')}.`,
    en: `Warning: Octopus has these attributes already, but verify their exact name, or a second one would be created: ${attributes.join(', ')}.`,
  }),
  bootstrapNext: {
    fr: 'Relisez les deux fichiers de lignes et retirez-en les types qui existent déjà : DataImporter les mettrait à jour.\nPuis importez la configuration XML une fois, d’abord dans un environnement de test : les types, puis les attributs.',
    en: 'Read the two files of rows through and remove the types that exist already: DataImporter would update them.\nThen import the XML configuration once, in a test environment first: the types, then the attributes.',
  },
  shipped: { fr: 'livré avec l’outil', en: 'shipped with the tool' },
  ofSite: { fr: 'profil du site', en: 'profile of the site' },
  headerLanguage: { fr: 'langue des en-têtes', en: 'language of the headers' },
  sourceName: { fr: 'nom de la source', en: 'name of the source' },
  sheet: { fr: 'feuille', en: 'sheet' },
  tags: { fr: 'réglages', en: 'settings' },
  statuses: { fr: 'états écrits', en: 'statuses written' },
  statusesNone: { fr: 'aucun : Octopus les garde ou les choisit', en: 'none: Octopus keeps or chooses them' },
  retirement: { fr: 'retrait', en: 'retirement' },
  clear: { fr: 'colonnes à vider', en: 'columns to clear' },
  types: { fr: 'Types de CI et classes d’actifs', en: 'CI types and classes of assets' },
  columns: { fr: 'Colonnes', en: 'Columns' },
  header: { fr: 'En-tête', en: 'Header' },
  comesFrom: { fr: 'Vient de', en: 'Comes from' },
  forTypes: { fr: 'Types de CI', en: 'CI types' },
  kind: { fr: 'Genre', en: 'Kind' },
  certainty: { fr: 'Nom', en: 'Name' },
  allTypes: { fr: 'tous', en: 'all' },
  typeCount: (count: number): Text => ({ fr: `${count} types`, en: `${count} types` }),
  ownColumn: { fr: 'Octopus', en: 'Octopus' },
  filled: { fr: 'si remplie', en: 'if filled' },
  sure: { fr: 'sûr', en: 'sure' },
  toVerify: { fr: 'à vérifier', en: 'to verify' },
  doubtTitle: { fr: 'À vérifier dans Octopus', en: 'To verify in Octopus' },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** Who says that this profile is taken. */
export const choiceTexts: Readonly<Record<ProfileChoice['from'], Text>> = {
  option: { fr: 'nommé sur la ligne de commande', en: 'named on the command line' },
  configuration: { fr: 'nommé dans bridge.yaml', en: 'named in bridge.yaml' },
  default: { fr: 'choisi par défaut', en: 'taken by default' },
};

/** What Octopus must confirm, before the names that it is about. */
export const doubtTexts: Readonly<Record<Doubt['reason'], Text>> = {
  type: {
    fr: 'Types de CI, qui doivent exister sous ce nom exact :',
    en: 'CI types, which must exist by exactly this name:',
  },
  header: { fr: 'En-têtes de colonnes d’Octopus :', en: 'Headers of columns of Octopus:' },
  attribute: {
    fr: 'Attributs, qui doivent exister pour leurs types de CI :',
    en: 'Attributes, which must exist for their CI types:',
  },
  status: { fr: 'États, qui doivent exister :', en: 'Statuses, which must exist:' },
  tag: {
    fr: 'Réglages de DataImporter, ignorés sans un mot s’ils ne conviennent pas :',
    en: 'Settings of DataImporter, ignored without a word if they do not do:',
  },
  retirement: {
    fr: 'ATTENTION, retire les CI de cette source absents du fichier ; effet non documenté : ManageCIRetirement',
    en: 'WARNING, retires the CI of this source that the file lacks; effect not documented: ManageCIRetirement',
  },
  note: {
    fr: 'ATTENTION, remplace toute la note du CI à chaque importation :',
    en: 'WARNING, replaces the whole note of the CI at each import:',
  },
  content: { fr: 'Valeurs de Content, déduites :', en: 'Values of Content, deduced:' },
};
