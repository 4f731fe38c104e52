import type { Text } from '../../shared/text.ts';
import type { Effect, Outcome } from './outcome.ts';

/** What a difference does in Octopus. */
export const effectMessages: Readonly<Record<Effect, Text>> = {
  add: { fr: 'CI à ajouter', en: 'CI to add' },
  set: { fr: 'nouvelle valeur', en: 'new value' },
  kept: { fr: 'aucun : Octopus garde l’ancienne valeur', en: 'none: Octopus keeps the former value' },
  cleared: { fr: 'vidé par les fichiers « clear »', en: 'emptied by the clear files' },
  activate: { fr: 'CI à activer', en: 'CI to activate' },
  deactivate: { fr: 'CI à désactiver', en: 'CI to deactivate' },
  rename: { fr: 'à renommer dans Octopus avant l’importation', en: 'to rename in Octopus before the import' },
  return: { fr: 'de retour dans la source', en: 'back in the source' },
  none: { fr: 'aucun : absent n’est pas supprimé', en: 'none: missing is not deleted' },
};

/** The numbers of a plan; the first five as Octopus itself names them. */
export const countMessages: Readonly<
  Record<Exclude<Outcome, 'add'> | 'add' | 'ignored' | 'unchanged', { label: Text; about: Text | null }>
> = {
  add: { label: { fr: 'à ajouter', en: 'to add' }, about: null },
  modify: { label: { fr: 'à modifier', en: 'to modify' }, about: null },
  activate: { label: { fr: 'à activer', en: 'to activate' }, about: null },
  deactivate: { label: { fr: 'à désactiver', en: 'to deactivate' }, about: null },
  ignored: {
    label: { fr: 'ignorés', en: 'ignored' },
    about: { fr: 'lus dans la source et non publiés', en: 'read in the source and not published' },
  },
  rename: {
    label: { fr: 'à renommer', en: 'to rename' },
    about: {
      fr: 'dans Octopus, avant l’importation : sinon elle crée un second CI',
      en: 'in Octopus, before the import, or it creates a second CI',
    },
  },
  return: {
    label: { fr: 'de retour', en: 'returned' },
    about: { fr: 'absents de la dernière publication', en: 'missing from the last publication' },
  },
  blank: {
    label: { fr: 'vides à la source', en: 'blank in the source' },
    about: {
      fr: 'rien d’autre n’y change, et Octopus garde ses valeurs',
      en: 'nothing else changes in them, and Octopus keeps its values',
    },
  },
  missing: {
    label: { fr: 'absents', en: 'missing' },
    about: {
      fr: 'rien ne se passe : absent n’est pas supprimé',
      en: 'nothing happens: missing is not deleted',
    },
  },
  unchanged: { label: { fr: 'inchangés', en: 'unchanged' }, about: null },
};

/** Titles of the tables, and what to make of them. */
export const tableMessages = {
  columns: {
    title: { fr: 'Colonnes', en: 'Columns' },
    about: {
      fr: 'Les colonnes qui changent le plus. Une cellule devenue vide ne change rien dans Octopus, sauf si le profil la vide (« clear »).',
      en: 'The columns that change most. A cell that is empty now changes nothing in Octopus, unless the profile clears it (`clear`).',
    },
  },
  differences: {
    title: { fr: 'Différences', en: 'Differences' },
    about: {
      fr: 'Chaque différence avec la dernière publication, CI par CI.',
      en: 'Every difference to the last publication, CI by CI.',
    },
  },
  renames: {
    title: { fr: 'Renommages', en: 'Renames' },
    about: {
      fr: 'À renommer dans Octopus avant l’importation : DataImporter reconnaît un CI à son nom, et en créerait un second.',
      en: 'To rename in Octopus before the import: DataImporter tells a CI by its name, and would create a second one.',
    },
  },
  missing: {
    title: { fr: 'Absents', en: 'Missing' },
    about: {
      fr: 'Publiés la dernière fois, et non cette fois. Rien ne se passe : absent n’est pas supprimé.',
      en: 'Published last time, and not this time. Nothing happens: missing is not deleted.',
    },
  },
  missingRetired: {
    fr: 'Publiés la dernière fois, et non cette fois. DataImporter les retire (ManageCIRetirement du profil).',
    en: 'Published last time, and not this time. DataImporter retires them (ManageCIRetirement in the profile).',
  },
  duplicates: {
    title: { fr: 'Doublons', en: 'Duplicates' },
    about: {
      fr: 'Actifs qui cèdent la place à un autre ; seul celui qui reste est publié.',
      en: 'Assets that give way to another one; only the one that stays is published.',
    },
  },
  held: {
    title: { fr: 'Noms retenus', en: 'Names held' },
    about: {
      fr: 'Appareils renommés dont la ligne garde l’ancien nom (rules.renames: hold) : renommez le CI dans Octopus, puis confirmez par bridge renames confirm.',
      en: 'Renamed devices whose row keeps the former name (rules.renames: hold): rename the CI in Octopus, then confirm by bridge renames confirm.',
    },
  },
  unidentified: {
    title: { fr: 'À identifier', en: 'To identify' },
    about: {
      fr: 'Actifs publiés que rien d’autre que leur nom n’identifie, et ce qui leur manque.',
      en: 'Published assets that nothing but their name identifies, and what they lack.',
    },
  },
  leftOut: {
    title: { fr: 'Retirés et listés de nouveau', en: 'Retired and listed again' },
    about: {
      fr: 'Appareils retirés que la source liste de nouveau ; bridge revive les publie.',
      en: 'Retired devices that the source lists again; bridge revive publishes them.',
    },
  },
  exclusions: {
    title: { fr: 'Exclusions', en: 'Exclusions' },
    about: {
      fr: 'Appareils lus qui ne sont pas de la population, par raison.',
      en: 'Devices that were read and are not of the population, by reason.',
    },
  },
  alarms: {
    title: { fr: 'Garde', en: 'Guard' },
    about: {
      fr: 'Différences trop grandes pour être vraies, d’après rules.guard.',
      en: 'Differences too large to be true, by rules.guard.',
    },
  },
  violations: {
    title: { fr: 'Rejets', en: 'Rejects' },
    about: {
      fr: 'Ce que DataImporter n’accepterait pas ; docs/verify.md explique chaque règle.',
      en: 'What DataImporter would not accept; docs/verify.md explains each rule.',
    },
  },
} as const;

/** Headers of the columns. */
export const headerMessages = {
  kind: { fr: 'Nature', en: 'Kind' },
  name: { fr: 'Nom', en: 'Name' },
  key: { fr: 'Clé', en: 'Key' },
  column: { fr: 'Colonne', en: 'Column' },
  before: { fr: 'Avant', en: 'Before' },
  after: { fr: 'Après', en: 'After' },
  effect: { fr: 'Effet dans Octopus', en: 'Effect in Octopus' },
  changed: { fr: 'CI qui changent', en: 'CIs that change' },
  kept: { fr: 'Dont vides, gardés par Octopus', en: 'Of these empty, kept by Octopus' },
  reason: { fr: 'Raison', en: 'Reason' },
  keptName: { fr: 'Reste : nom', en: 'Stays: name' },
  keptKey: { fr: 'Reste : clé', en: 'Stays: key' },
  count: { fr: 'Nombre', en: 'Count' },
  outOf: { fr: 'Sur', en: 'Out of' },
  subject: { fr: 'Sujet', en: 'Subject' },
  finding: { fr: 'Constat', en: 'Finding' },
  value: { fr: 'Valeur', en: 'Value' },
  hint: { fr: 'À faire', en: 'What to do' },
  label: { fr: 'Compteur', en: 'Counter' },
  about: { fr: 'Remarque', en: 'Remark' },
  since: { fr: 'Depuis', en: 'Since' },
} as const;

/** What each kind of difference is called. */
export const kindMessages = {
  created: { fr: 'nouveau', en: 'created' },
  changed: { fr: 'changé', en: 'changed' },
  renamed: { fr: 'renommé', en: 'renamed' },
  missing: { fr: 'absent', en: 'missing' },
  returned: { fr: 'de retour', en: 'returned' },
  retired: { fr: 'retiré', en: 'retired' },
} as const;

/** What a plan says besides. */
export const messages = {
  title: (source: string): Text => ({ fr: `Plan ${source}`, en: `Plan ${source}` }),
  nothingPublished: {
    fr: 'Rien n’a été publié ni importé : voici ce qui changerait.',
    en: 'Nothing was published or imported: this is what would change.',
  },
  sample: { fr: 'échantillon', en: 'sample' },
  file: { fr: 'Fichier', en: 'File' },
  compared: { fr: 'Comparé à', en: 'Compared with' },
  comparedWith: (at: string): Text => ({ fr: `la publication du ${at}`, en: `the publication of ${at}` }),
  comparedWithNothing: {
    fr: 'rien : aucune publication de ce fichier n’est connue',
    en: 'nothing: no publication of this file is known',
  },
  rows: { fr: 'Lignes', en: 'Rows' },
  inOctopus: { fr: 'Dans Octopus', en: 'In Octopus' },
  others: { fr: 'Et de plus', en: 'Besides' },
  verdict: { fr: 'Verdict', en: 'Verdict' },
  wouldPublish: (rows: number): Text => ({
    fr: `L’exécution serait publiée : ${rows} lignes.`,
    en: `The run would be published: ${rows} rows.`,
  }),
  wouldRefuse: (exitCode: number): Text => ({
    fr: `L’exécution serait REFUSÉE (code de sortie ${exitCode}).`,
    en: `The run would be REFUSED (exit code ${exitCode}).`,
  }),
  hint: (text: string): Text => ({ fr: `À faire : ${text}`, en: `What to do: ${text}` }),
  nothingChanges: { fr: 'Aucune différence.', en: 'No difference.' },
  more: (count: number): Text => ({ fr: `… et ${count} de plus`, en: `… and ${count} more` }),
  moreElsewhere: {
    fr: 'Pour tout voir : --out plan.xlsx, plan.html ou plan.json.',
    en: 'To see all: --out plan.xlsx, plan.html or plan.json.',
  },
  moreInWorkbook: (shown: number, count: number): Text => ({
    fr: `Les ${shown} premières lignes sur ${count} ; --out plan.xlsx les donne toutes.`,
    en: `The first ${shown} of ${count} rows; --out plan.xlsx gives all of them.`,
  }),
  empty: { fr: '(vide)', en: '(empty)' },
  filter: { fr: 'Filtrer les lignes', en: 'Filter the rows' },
  summary: { fr: 'Sommaire', en: 'Summary' },
  refusedRows: (count: number, rules: string): Text => ({
    fr: `Les lignes ne respectent pas ce que DataImporter accepte. Écarts : ${count} (${rules}).`,
    en: `The rows break what DataImporter accepts. Violations: ${count} (${rules}).`,
  }),
  refusedRowsHint: {
    fr: 'Corrigez à la source, ou lancez l’extraction : elle écrit un fichier de rejets à corriger et à rendre par --overrides.',
    en: 'Correct in the source, or run the extraction: it writes a rejects file to correct and give back by --overrides.',
  },
  columnsGone: (headers: readonly string[]): Text => ({
    fr: `Colonnes de la dernière publication qui n’y sont plus : ${headers.join(', ')}. Octopus garde leurs valeurs.`,
    en: `Columns of the last publication that are there no more: ${headers.join(', ')}. Octopus keeps their values.`,
  }),
  fileExtension: (path: string): Text => ({
    fr: `${path} n’est pas un nom de plan : .xlsx, .html ou .json.`,
    en: `${path} is no name for a plan: .xlsx, .html or .json.`,
  }),
  fileExtensionHint: {
    fr: 'Donnez à --out un fichier .xlsx, .html ou .json ; le fichier publié avec lequel comparer est celui de --for.',
    en: 'Give --out a .xlsx, .html or .json file; the published file to compare with is that of --for.',
  },
  filePublished: (path: string): Text => ({
    fr: `${path} est un fichier publié pour DataImporter : le plan ne l’écrasera pas.`,
    en: `${path} is a file published for DataImporter: the plan will not overwrite it.`,
  }),
  filePublishedHint: {
    fr: 'Donnez un autre nom à --out ; le fichier publié avec lequel comparer est celui de --for.',
    en: 'Give --out another name; the published file to compare with is that of --for.',
  },
} as const;
