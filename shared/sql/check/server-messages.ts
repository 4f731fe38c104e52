import type { Text } from '../../text.ts';

/** What the server and its database make a check say. */
export const serverMessages = {
  login: { fr: 'connexion', en: 'login' },
  database: { fr: 'base', en: 'database' },
  server: { fr: 'serveur', en: 'server' },
  locks: { fr: 'verrous', en: 'locks' },
  site: { fr: 'site', en: 'site' },
  collections: { fr: 'collections', en: 'collections' },
  collectionsFound: (patterns: readonly string[]): Text => ({
    fr: `Les collections que nomment les règles existent : ${patterns.join(', ')}.`,
    en: `The collections that rules name exist: ${patterns.join(', ')}.`,
  }),
  sections: { fr: 'sections', en: 'sections' },
  loggedIn: { fr: 'Le compte configuré est accepté.', en: 'The configured account is accepted.' },
  databaseOpen: (database: string): Text => ({
    fr: `La base ${database} est ouverte à ce compte.`,
    en: `The database ${database} is open to this account.`,
  }),
  serverVersion: (version: string, edition: string): Text => ({
    fr: `SQL Server ${version}, ${edition}.`,
    en: `SQL Server ${version}, ${edition}.`,
  }),
  serverOld: (version: string): Text => ({
    fr: `SQL Server ${version} est plus ancien que 2014 (12.0), le plus ancien que les requêtes visent.`,
    en: `SQL Server ${version} is older than 2014 (12.0), the oldest that the queries are written for.`,
  }),
  serverOldHint: {
    fr: 'Lisez plutôt une copie de la base sur un serveur plus récent.',
    en: 'Read a copy of the database on a newer server instead.',
  },
  versioned: {
    fr: 'Lire n’attend aucune écriture (READ_COMMITTED_SNAPSHOT est actif).',
    en: 'Reading waits for no writing (READ_COMMITTED_SNAPSHOT is on).',
  },
  locking: {
    fr: 'Lire peut attendre une écriture, 30 s au plus (READ_COMMITTED_SNAPSHOT est inactif) : planifiez hors des heures chargées.',
    en: 'Reading may wait for a writing, 30 s at most (READ_COMMITTED_SNAPSHOT is off): schedule it outside busy hours.',
  },
  undetermined: (detail: Text): Text => ({
    fr: `N’a pas pu être déterminé : ${detail.fr}`,
    en: `Could not be determined: ${detail.en}`,
  }),
  noRow: { fr: 'aucune réponse.', en: 'no answer.' },
  undeterminedHint: {
    fr: 'Une extraction n’en a pas besoin ; demandez-le à l’administrateur de la base.',
    en: 'An extraction does not need it; ask the database administrator.',
  },
  readAgainHint: {
    fr: 'Une lecture reprise a réussi ; si cela se répète, lisez hors des heures chargées.',
    en: 'Reading again succeeded; if this keeps happening, read outside busy hours.',
  },
  siteIs: (facts: string): Text => ({ fr: `${facts}.`, en: `${facts}.` }),
  siteUnknown: (file: string): Text => ({
    fr: `${file} ne rend aucune ligne : est-ce la bonne base ?`,
    en: `${file} returns no row: is this the right database?`,
  }),
  siteUnknownHint: {
    fr: 'Vérifiez sources.<source>.database.',
    en: 'Check sources.<source>.database.',
  },
} as const;
