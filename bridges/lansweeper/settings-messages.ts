import type { Text } from '../../shared/text.ts';

const ways = {
  fr: `Trois issues : (1) sur le serveur LanSweeper même, avec le compte qui l’a installé : server: (localdb), instance: .\\LSInstance, login: { kind: windows }, encryption: none, après npm install msnodesqlv8@5 ; (2) déplacer la base vers SQL Server (Express est gratuit ; LanSweeper documente la marche à suivre) ; (3) planifier dans la console l’exportation d’un rapport en CSV.`,
  en: `Three ways out: (1) on the LanSweeper server itself, with the account that installed it: server: (localdb), instance: .\\LSInstance, login: { kind: windows }, encryption: none, after npm install msnodesqlv8@5; (2) move the database to SQL Server (Express is free; LanSweeper documents how); (3) schedule the export of a report to CSV in the console.`,
};

/** What is wrong with the blocks of this source in the configuration. */
export const settingsMessages = {
  localDb: {
    fr: `LocalDB, la base livrée avec LanSweeper, n’est pas joignable par le réseau, et seul le compte qui l’a installée l’ouvre. ${ways.fr}`,
    en: `LocalDB, the database that LanSweeper is delivered with, cannot be reached over the network, and only the account that installed it may open it. ${ways.en}`,
  },
  localDbInstance: {
    fr: 'écrivez server: (localdb), et l’instance à part, instance: .\\LSInstance',
    en: 'write server: (localdb), and the instance apart, instance: .\\LSInstance',
  },
  compact: {
    fr: `SQL Compact (.sdf) est un fichier que personne d’autre ne peut lire, et LanSweeper ne le prend plus en charge depuis mars 2020 : convertissez la base. ${ways.fr}`,
    en: `SQL Compact (.sdf) is a file that nobody else can read, and LanSweeper has not supported it since March 2020: convert the database. ${ways.en}`,
  },
  customDestination: (targets: readonly string[]): Text => ({
    fr: `extra.<nom> pour une colonne du profil, ou un de ces champs : ${targets.join(', ')}`,
    en: `extra.<name> for a column of the profile, or one of these fields: ${targets.join(', ')}`,
  }),
  viewName: {
    fr: 'le nom d’une vue du schéma dbo, seul : lettres, chiffres et traits de soulignement, sans schéma, point ni crochet',
    en: 'the name of a view of the schema dbo, alone: letters, digits and underscores, without schema, period or bracket',
  },
} as const;
