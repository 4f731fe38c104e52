import type { QueryFile } from '../shared/sql/query-file.ts';
import type { Text } from '../shared/text.ts';

/** What the command that shows and copies queries says. */
export const messages = {
  description: {
    fr: 'Lister, montrer, copier ou vérifier les requêtes SQL d’une source ; ne contacte rien',
    en: 'List, show, copy or check the SQL queries of a source; contacts nothing',
  },
  action: {
    fr: 'list : toutes ; show : le texte ; copy : une copie à adapter à côté de bridge.yaml ; check : les copies du site',
    en: 'list: all; show: the text; copy: a copy to adapt beside bridge.yaml; check: the copies of the site',
  },
  source: { fr: 'Source SQL', en: 'SQL source' },
  section: { fr: 'Section, telle que list la nomme', en: 'Section, as list names it' },
  config: {
    fr: 'Configuration à côté de laquelle sont les requêtes du site (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration beside which the queries of the site are (default: bridge.yaml of the working folder)',
  },
  exampleList: { fr: 'les sections, et le fichier de chacune', en: 'the sections, and the file of each' },
  exampleCopy: { fr: 'une copie de la requête, à adapter', en: 'a copy of the query, to adapt' },
  noQueries: (source: string): Text => ({
    fr: `La source ${source} n’est pas lue par des requêtes SQL.`,
    en: `The source ${source} is not read by SQL queries.`,
  }),
  noQueriesHint: {
    fr: 'Ses réglages sont dans bridge.yaml ; voyez le README de la source.',
    en: 'Its settings are in bridge.yaml; see the README of the source.',
  },
  sectionUnknown: (section: string): Text => ({
    fr: `Il n’y a pas de section ${section} : son fichier ne serait jamais lu.`,
    en: `There is no section ${section}: its file would never be read.`,
  }),
  sectionMissing: (action: string): Text => ({
    fr: `Nommez la section : bridge queries ${action} <source> <section>.`,
    en: `Name the section: bridge queries ${action} <source> <section>.`,
  }),
  sections: (sections: readonly string[]): Text => ({
    fr: `Les sections sont : ${sections.join(', ')}.`,
    en: `The sections are: ${sections.join(', ')}.`,
  }),
  listed: (section: string, origin: QueryFile['origin'], path: string): Text => ({
    fr: `${section}  ${origin === 'site' ? `copie du site : ${path}` : 'requête fournie'}`,
    en: `${section}  ${origin === 'site' ? `copy of the site: ${path}` : 'shipped query'}`,
  }),
  checked: (queries: number, own: number): Text => ({
    fr: `Requêtes : ${queries}, dont ${own} du site. Chacune est un seul énoncé de lecture. « bridge check » les essaie sur la base.`,
    en: `Queries: ${queries}, of which ${own} of the site. Each is a single reading statement. "bridge check" tries them on the database.`,
  }),
  copied: (path: string): Text => ({
    fr: `${path} remplace maintenant la requête fournie. Adaptez-la, puis lancez « bridge check ».`,
    en: `${path} now replaces the shipped query. Adapt it, then run "bridge check".`,
  }),
  copyExists: (path: string): Text => ({ fr: `${path} existe déjà.`, en: `${path} exists already.` }),
  copyExistsHint: {
    fr: 'Il reste tel quel. Pour repartir de la requête fournie, renommez-le d’abord.',
    en: 'It stays as it is. To start again from the shipped query, rename it first.',
  },
} as const;
