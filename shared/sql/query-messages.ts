import type { Text } from '../text.ts';
import type { QueryFile } from './query-file.ts';
import type { Refusal } from './read-only.ts';

/** Why a query may not be sent. */
export const refusalReasons: Record<Refusal['why'], Text> = {
  syntax: { fr: 'texte ambigu', en: 'ambiguous text' },
  start: { fr: 'ne commence pas par SELECT ni WITH', en: 'does not begin with SELECT or WITH' },
  word: { fr: 'mot interdit dans une lecture', en: 'word that a reading query may not hold' },
  statements: { fr: 'plus d’un énoncé', en: 'more than one statement' },
  empty: { fr: 'fichier vide', en: 'empty file' },
};
const names = (items: readonly string[]) => items.join(', ');
const oneOf = (candidates: readonly string[], before: string, after: string) =>
  candidates.length > 0 ? ` ${before} ${names(candidates)}${after}` : '';

/** What the query files of a site make the run say. */
export const messages = {
  queryUnreadable: (path: string): Text => ({
    fr: `La requête ${path} ne peut pas être lue.`,
    en: `The query ${path} cannot be read.`,
  }),
  queryUnreadableHint: {
    fr: 'Réinstallez l’outil, ou donnez au compte le droit de lire ce fichier.',
    en: 'Reinstall the tool, or let the account read this file.',
  },
  queryRefused: (path: string, line: number, reason: Text, detail: string): Text => ({
    fr: `${path}, ligne ${line} : ${reason.fr}${detail ? ` (${detail})` : ''}. Rien n’a été envoyé.`,
    en: `${path}, line ${line}: ${reason.en}${detail ? ` (${detail})` : ''}. Nothing was sent.`,
  }),
  queryRefusedHint: {
    fr: 'Une requête est un seul SELECT (ou WITH … SELECT), sans INTO ni mot qui modifie ; mettez entre crochets un nom qui ressemble à un mot interdit.',
    en: 'A query is one SELECT (or WITH … SELECT), without INTO or any word that changes data; put a name that looks like a forbidden word in brackets.',
  },
  viewMissing: (file: QueryFile, views: readonly string[]): Text => ({
    fr: `${file.path} : la vue obligatoire ${names(views)} est absente de la base, ou interdite à ce compte.`,
    en: `${file.path}: the required view ${names(views)} is not in the database, or not open to this account.`,
  }),
  viewMissingHint: (views: readonly string[]): Text => ({
    fr: `Vérifiez le nom de la base, puis accordez la lecture : ${views.map((view) => `GRANT SELECT ON ${view} TO [compte];`).join(' ')}`,
    en: `Check the database name, then grant the right to read: ${views.map((view) => `GRANT SELECT ON ${view} TO [account];`).join(' ')}`,
  }),
  sectionSkipped: (file: QueryFile, views: readonly string[], collect: Text): Text => ({
    fr: `Section ${file.section} vide : ${names(views)} est absente ou interdite. ${collect.fr}, ou accordez SELECT.`,
    en: `Section ${file.section} is empty: ${names(views)} is missing or not open to this account. ${collect.en}, or grant SELECT.`,
  }),
  columnMissing: (
    file: QueryFile,
    line: number,
    column: string,
    views: readonly string[],
    near: readonly string[],
  ): Text => ({
    fr: `${file.path}, ligne ${line} : ${names(views)} n’a pas de colonne ${column}.${oneOf(near, 'Plutôt', ' ?')}`,
    en: `${file.path}, line ${line}: ${names(views)} has no column ${column}.${oneOf(near, 'Perhaps', '?')}`,
  }),
  columnMissingSiteHint: {
    fr: 'Corrigez le nom dans ce fichier, retirez la ligne, ou terminez-la par « -- optional ».',
    en: 'Correct the name in this file, remove the line, or end it with "-- optional".',
  },
  columnMissingViewHint: {
    fr: 'Ajoutez cette colonne à la vue, ou nommez une autre vue dans la configuration.',
    en: 'Add this column to the view, or name another view in the configuration.',
  },
  columnMissingHint: (file: QueryFile): Text => ({
    fr: `Copiez cette requête à côté de bridge.yaml, sous ${file.path}, et retirez-en la ligne.`,
    en: `Copy this query beside bridge.yaml, as ${file.path}, and remove the line.`,
  }),
  columnsSkipped: (file: QueryFile, columns: readonly string[]): Text => ({
    fr: `Section ${file.section} : colonnes absentes de ce site, laissées vides : ${names(columns)}.`,
    en: `Section ${file.section}: columns that this site lacks, left empty: ${names(columns)}.`,
  }),
  collectionUnknown: (pattern: string, count: number): Text => ({
    fr: `Une règle nomme la collection « ${pattern} », qu’aucune des ${count} collections d’appareils du site ne porte comme nom.`,
    en: `A rule names the collection “${pattern}”, which none of the ${count} device collections of the site has as its name.`,
  }),
  collectionUnknownHint: (near: readonly string[]): Text => ({
    fr: `Corrigez rules.only ou rules.exclude dans bridge.yaml${near.length > 0 ? ` ; noms voisins : ${near.join(', ')}` : ''}. Si la règle se rapporte à une autre source, dites laquelle (source: …).`,
    en: `Correct rules.only or rules.exclude in bridge.yaml${near.length > 0 ? `; similar names: ${near.join(', ')}` : ''}. If the rule is about another source, say which one (source: …).`,
  }),
  parameterUnset: (file: QueryFile, unset: readonly string[]): Text => ({
    fr: `${file.path} utilise ${names(unset.map((name) => `@${name}`))}, sans valeur dans la configuration.`,
    en: `${file.path} uses ${names(unset.map((name) => `@${name}`))}, which the configuration does not set.`,
  }),
  parameterUnsetHint: (unset: readonly string[]): Text => ({
    fr: `Ajoutez ${names(unset)} sous sources.<source>.parameters dans bridge.yaml.`,
    en: `Add ${names(unset)} under sources.<source>.parameters in bridge.yaml.`,
  }),
} as const;
