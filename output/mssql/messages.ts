import type { Text } from '../../shared/text.ts';

/** What writing to a database of the site says. */
export const messages = {
  passwordInTemplate: {
    fr: 'un mot de passe n’est jamais écrit ici ; écrivez <password> et nommez sa place dans connectionPassword',
    en: 'a password is never written here; write <password> and name its place in connectionPassword',
  },
  passwordUnnamed: {
    fr: '<password> et connectionPassword vont ensemble',
    en: '<password> and connectionPassword go together',
  },
  passwordInXml: (path: string): Text => ({
    fr: `${path} contient en clair un mot de passe de SQL Server. Limitez les droits sur ce dossier, ou préférez Trusted_Connection.`,
    en: `${path} holds a SQL Server password in clear. Restrict the rights on this folder, or prefer Trusted_Connection.`,
  }),
  notConfigured: (path: string): Text => ({
    fr: `${path} ne dit pas où va --out mssql.`,
    en: `${path} does not say where --out mssql goes.`,
  }),
  notConfiguredHint: {
    fr: 'Ajoutez un bloc output.mssql ; docs/database.md en donne un à copier.',
    en: 'Add a block output.mssql; docs/database.md gives one to copy.',
  },
  sourceDatabase: (database: string, source: string): Text => ({
    fr: `output.mssql nomme la base ${database}, que sources.${source} lit : rien n’y est jamais écrit.`,
    en: `output.mssql names the database ${database}, which sources.${source} reads: nothing is ever written there.`,
  }),
  siteDatabase: (database: string): Text => ({
    fr: `output.mssql nomme la base ${database}, qui a le nom de la base d’un autre logiciel : rien n’y est jamais écrit.`,
    en: `output.mssql names the database ${database}, which has the name of another program’s database: nothing is ever written there.`,
  }),
  databaseHint: {
    fr: 'Créez une base à vous, d’un autre nom sur tous vos serveurs, et nommez-la dans output.mssql.database.',
    en: 'Create a database of your own, of another name on all your servers, and name it in output.mssql.database.',
  },
  loginHint: {
    fr: 'Vérifiez output.mssql : server, database, login et son secret ; le compte doit avoir un utilisateur dans cette base.',
    en: 'Check output.mssql: server, database, login and its secret; the account needs a user in this database.',
  },
  foreign: (name: string): Text => ({
    fr: `${name} existe et n’est pas de cet outil ; il ne sera pas remplacé.`,
    en: `${name} exists and is not of this tool; it will not be replaced.`,
  }),
  foreignHint: {
    fr: 'Donnez un autre nom à output.mssql.table ou un autre schéma à output.mssql.schema.',
    en: 'Give output.mssql.table another name, or output.mssql.schema another schema.',
  },
  full: (database: string, detail: string): Text => ({
    fr: `Il n’y a plus de place dans la base ${database} : ${detail}`,
    en: `There is no room left in the database ${database}: ${detail}`,
  }),
  fullHint: {
    fr: 'Faites agrandir la base ou son journal, puis relancez ; les dernières lignes sont intactes.',
    en: 'Have the database or its log enlarged, then run again; the last rows are intact.',
  },
  denied: (database: string, detail: string): Text => ({
    fr: `Écriture refusée dans la base ${database} : ${detail}`,
    en: `Writing was denied in the database ${database}: ${detail}`,
  }),
  deniedHint: (schema: string): Text => ({
    fr: `Faites exécuter dans cette base : CREATE SCHEMA [${schema}] AUTHORIZATION [compte]; puis GRANT CREATE TABLE, CREATE VIEW TO [compte]; les dernières lignes sont intactes.`,
    en: `Have this run in that database: CREATE SCHEMA [${schema}] AUTHORIZATION [account]; then GRANT CREATE TABLE, CREATE VIEW TO [account]; the last rows are intact.`,
  }),
  busy: (database: string, detail: string): Text => ({
    fr: `La base ${database} était occupée : ${detail}`,
    en: `The database ${database} was busy: ${detail}`,
  }),
  busyHint: {
    fr: 'Vérifiez qu’aucune importation ne lit ces lignes en ce moment, puis relancez ; les dernières lignes sont intactes.',
    en: 'Check that no import is reading these rows at the moment, then run again; the last rows are intact.',
  },
  lost: (server: string, detail: string): Text => ({
    fr: `Connexion à ${server} perdue pendant l’écriture : ${detail}`,
    en: `The connection to ${server} was lost while writing: ${detail}`,
  }),
  failed: (database: string, detail: string): Text => ({
    fr: `Échec de l’écriture dans la base ${database} : ${detail}`,
    en: `Writing to the database ${database} failed: ${detail}`,
  }),
  againHint: {
    fr: 'Vérifiez le réseau et le serveur, puis relancez ; les dernières lignes sont intactes.',
    en: 'Check the network and the server, then run again; the last rows are intact.',
  },
  doubtful: (server: string, detail: string): Text => ({
    fr: `${server} n’a pas confirmé l’écriture : les lignes sont les dernières ou les nouvelles, jamais un mélange. ${detail}`,
    en: `${server} did not confirm the writing: the rows are the last ones or the new ones, never a mixture. ${detail}`,
  }),
  doubtfulHint: {
    fr: 'Relancez la commande avant d’importer.',
    en: 'Run the command again before importing.',
  },
} as const;
