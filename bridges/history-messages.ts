import type { ChangeKind } from '../shared/store/comparison.ts';
import type { Text } from '../shared/text.ts';

/** How a run ended, in a few words, by its exit code. */
export const outcomes: Readonly<Record<number, Text>> = {
  0: { fr: 'publié', en: 'published' },
  1: { fr: 'anomalie de l’outil', en: 'fault of the tool' },
  2: { fr: 'configuration fausse', en: 'configuration wrong' },
  3: { fr: 'accès refusé', en: 'access refused' },
  4: { fr: 'source injoignable', en: 'source unreachable' },
  5: { fr: 'données douteuses', en: 'data not trusted' },
  6: { fr: 'écriture impossible', en: 'could not write' },
  7: { fr: 'importation échouée', en: 'import failed' },
  130: { fr: 'interrompu', en: 'interrupted' },
};

/** What became of CI. */
export const kinds: Readonly<Record<ChangeKind, Text>> = {
  created: { fr: 'créés', en: 'created' },
  changed: { fr: 'modifiés', en: 'changed' },
  renamed: { fr: 'renommés', en: 'renamed' },
  missing: { fr: 'disparus', en: 'missing' },
  returned: { fr: 'revenus', en: 'returned' },
  retired: { fr: 'retirés', en: 'retired' },
};

/** What became of one CI. */
export const fates: Readonly<Record<ChangeKind, Text>> = {
  created: { fr: 'créé', en: 'created' },
  changed: { fr: 'modifié', en: 'changed' },
  renamed: { fr: 'renommé', en: 'renamed' },
  missing: { fr: 'disparu', en: 'missing' },
  returned: { fr: 'revenu', en: 'returned' },
  retired: { fr: 'retiré', en: 'retired' },
};

/** What the command that shows past runs says. */
export const messages = {
  description: {
    fr: 'Les exécutions passées : liste, détail, comparaison, tendances ; hors ligne, rien n’est écrit',
    en: 'Past runs: list, details, comparison, trends; offline, nothing is written',
  },
  listDescription: { fr: 'Lister les exécutions, échecs compris', en: 'List the runs, failed ones too' },
  showDescription: {
    fr: 'Montrer une exécution et ce qu’elle a changé',
    en: 'Show a run and what it changed',
  },
  compareDescription: {
    fr: 'Montrer ce qui diffère au bout du compte entre deux exécutions publiées',
    en: 'Show what is different in the end between two published runs',
  },
  trendsDescription: { fr: 'Une ligne par exécution publiée', en: 'One line for each published run' },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant, s’il existe)',
    en: 'Configuration file (default: bridge.yaml of the working folder, if there is one)',
  },
  state: {
    fr: 'Dossier d’état (par défaut : bridge-state à côté de bridge.yaml)',
    en: 'State folder (default: bridge-state beside bridge.yaml)',
  },
  json: { fr: 'Tout en un objet JSON', en: 'Everything as one JSON object' },
  source: { fr: 'Seulement cette source', en: 'Only this source' },
  limit: { fr: 'Nombre d’exécutions, les plus récentes', en: 'How many runs, the newest ones' },
  all: {
    fr: 'Toutes les différences, pas seulement les premières',
    en: 'All differences, not only the first ones',
  },
  run: {
    fr: 'Numéro de l’exécution, « last » pour la dernière publiée, ou son identifiant',
    en: 'Number of the run, "last" for the last published one, or its id',
  },
  exampleList: { fr: 'les vingt dernières', en: 'the last twenty' },
  exampleSource: { fr: 'les cinq dernières d’une source', en: 'the last five of one source' },
  exampleShow: { fr: 'la dernière publiée', en: 'the last published one' },
  exampleCompare: { fr: 'ce qui a changé depuis l’exécution 12', en: 'what has changed since run 12' },
  exampleTrends: { fr: 'l’évolution du parc', en: 'how the fleet develops' },
  noHistory: (folder: string): Text => ({
    fr: `Aucune exécution n’est encore connue dans ${folder}.`,
    en: `No run is known yet in ${folder}.`,
  }),
  noHistoryHint: {
    fr: 'La première exécution y laisse un journal et un magasin ; --state nomme un autre dossier.',
    en: 'The first run leaves a journal and a store there; --state names another folder.',
  },
  limitWrong: { fr: '--limit est un nombre entier, 1 ou plus.', en: '--limit is a whole number, 1 or more.' },
  limitWrongHint: { fr: 'Par exemple --limit 50.', en: 'For example --limit 50.' },
  runUnknown: (asked: string): Text => ({
    fr: `Il n’y a pas d’exécution ${asked}.`,
    en: `There is no run ${asked}.`,
  }),
  runForgotten: (asked: string, oldest: number): Text => ({
    fr: `L’exécution ${asked} n’est plus en mémoire : la plus ancienne qui reste est la ${oldest}.`,
    en: `Run ${asked} is no longer remembered: the oldest that is left is ${oldest}.`,
  }),
  runForgottenHint: {
    fr: 'rules.keepRuns règle combien d’exécutions de chaque fichier restent en mémoire. bridge history list les montre.',
    en: 'rules.keepRuns sets how many runs of each file are remembered. bridge history list shows them.',
  },
  runUnknownHint: {
    fr: 'bridge history list montre les exécutions et leurs numéros.',
    en: 'bridge history list shows the runs and their numbers.',
  },
  notPublished: (asked: string): Text => ({
    fr: `L’exécution ${asked} n’a rien publié : elle ne se compare pas.`,
    en: `Run ${asked} published nothing: it cannot be compared.`,
  }),
  otherSeries: (a: number, one: string, b: number, other: string): Text => ({
    fr: `Les exécutions ${a} (${one}) et ${b} (${other}) ne se comparent pas : autre source ou autre fichier.`,
    en: `Runs ${a} (${one}) and ${b} (${other}) cannot be compared: another source or another file.`,
  }),
  number: { fr: 'No', en: 'No' },
  time: { fr: 'début', en: 'start' },
  sourceTitle: { fr: 'source', en: 'source' },
  outcome: { fr: 'résultat', en: 'outcome' },
  read: { fr: 'lus', en: 'read' },
  excluded: { fr: 'exclus', en: 'excluded' },
  duplicates: { fr: 'doublons', en: 'duplicates' },
  published: { fr: 'publiés', en: 'published' },
  duration: { fr: 'durée', en: 'duration' },
  imported: { fr: 'importé', en: 'imported' },
  importOf: (source: string): Text => ({ fr: `importation ${source}`.trim(), en: `import ${source}`.trim() }),
  sample: (source: string): Text => ({ fr: `${source} (échantillon)`, en: `${source} (sample)` }),
  otherExit: (code: number): Text => ({ fr: `code ${code}`, en: `exit code ${code}` }),
  more: (count: number): Text => ({
    fr: `… et ${count} autres (--all les montre, --json aussi)`,
    en: `... and ${count} more (--all shows them, so does --json)`,
  }),
  runTitle: (number: number | null): Text => ({
    fr: number === null ? 'Exécution sans publication' : `Exécution ${number}`,
    en: number === null ? 'Run without a publication' : `Run ${number}`,
  }),
  series: { fr: 'fichier', en: 'file' },
  runId: { fr: 'identifiant', en: 'id' },
  failure: { fr: 'échec', en: 'failure' },
  sections: { fr: 'Sections', en: 'Sections' },
  missingSection: { fr: 'absente', en: 'absent' },
  gaveWay: { fr: 'Ont cédé la place', en: 'Gave way' },
  notices: { fr: 'Avertissements', en: 'Warnings' },
  changes: { fr: 'Différences', en: 'Differences' },
  none: { fr: 'aucune', en: 'none' },
  compared: (from: number, to: number, runs: number): Text => ({
    fr: `De l’exécution ${from} à la ${to} (${runs} en tout) : différences qui restent`,
    en: `From run ${from} to run ${to} (${runs} in all): differences that remain`,
  }),
  storeOldest: (id: number): Text => ({
    fr: `Le magasin se souvient des exécutions à partir de la ${id} ; les précédentes sont oubliées (rules.keepRuns).`,
    en: `The store remembers the runs from ${id} on; earlier ones are forgotten (rules.keepRuns).`,
  }),
} as const;
