import type { Text } from '../text.ts';

/** What the embedded sample says. */
export const messages = {
  viewMissing: (origin: string, view: string): Text => ({
    fr: `${origin} lit ${view}, qui n’existe pas dans la base d’exemple.`,
    en: `${origin} reads ${view}, which the sample database does not have.`,
  }),
  columnMissing: (origin: string, column: string): Text => ({
    fr: `${origin} lit la colonne ${column}, qui n’existe pas dans la base d’exemple.`,
    en: `${origin} reads the column ${column}, which the sample database does not have.`,
  }),
  columnTwice: (origin: string, column: string): Text => ({
    fr: `${origin} renvoie deux fois la colonne ${column}.`,
    en: `${origin} returns the column ${column} twice.`,
  }),
  parameterMissing: (origin: string, name: string): Text => ({
    fr: `${origin} utilise le paramètre @${name}, qui n’a pas de valeur.`,
    en: `${origin} uses the parameter @${name}, which has no value.`,
  }),
  queryRefused: (origin: string, reason: string): Text => ({
    fr: `La base d’exemple ne comprend pas ${origin} : ${reason}`,
    en: `The sample database does not understand ${origin}: ${reason}`,
  }),
  nameHint: {
    fr: 'Comparez le nom avec la requête livrée (« bridge queries show »); une colonne propre au site n’existe que chez vous.',
    en: 'Compare the name with the shipped query (`bridge queries show`); a column of your own site exists on your site only.',
  },
  columnTwiceHint: {
    fr: 'Donnez à chaque colonne un alias différent (AS …).',
    en: 'Give every column an alias of its own (AS …).',
  },
  parameterMissingHint: {
    fr: 'Donnez la valeur sous « sources.<nom>.parameters » dans bridge.yaml.',
    en: 'Give the value under `sources.<name>.parameters` in bridge.yaml.',
  },
  queryRefusedHint: {
    fr: 'L’exemple est une base SQLite : TOP, ISNULL() ou N’…’ n’y existent pas. Essayez la requête sur votre serveur avec « bridge queries check ».',
    en: 'The sample is an SQLite database: it has no TOP, ISNULL() or N’…’. Try the query on your server with `bridge queries check`.',
  },
  interrupted: {
    fr: 'La lecture de l’exemple a été interrompue.',
    en: 'Reading the sample was interrupted.',
  },
  catalogueInvalid: (path: string): Text => ({
    fr: `${path} ne décrit pas des vues et leurs colonnes.`,
    en: `${path} does not describe views and their columns.`,
  }),
  archetypeUnknown: (place: string, name: string): Text => ({
    fr: `${place} : l’archétype « ${name} » n’existe pas ou dépend de lui-même.`,
    en: `${place}: the archetype "${name}" does not exist, or builds on itself.`,
  }),
  valueUnknown: (place: string, name: string): Text => ({
    fr: `${place} : <${name}> n’a pas de valeur ou se contient lui-même.`,
    en: `${place}: <${name}> has no value, or contains itself.`,
  }),
  viewUnknown: (place: string, name: string): Text => ({
    fr: `${place} : « ${name} » n’est ni une vue du catalogue ni un groupe de lignes.`,
    en: `${place}: "${name}" is neither a view of the catalogue nor a part.`,
  }),
  columnUnknown: (place: string, view: string, column: string): Text => ({
    fr: `${place} : la vue ${view} n’a pas de colonne ${column}.`,
    en: `${place}: the view ${view} has no column ${column}.`,
  }),
  valueWrong: (place: string, view: string, column: string, type: string): Text => ({
    fr: `${place} : ${view}.${column} n’accepte que le type ${type}.`,
    en: `${place}: ${view}.${column} takes the type ${type} only.`,
  }),
  sampleHint: {
    fr: 'Corrigez les fichiers du dossier « sample », ou réinstallez l’outil.',
    en: 'Mend the files of the `sample` folder, or install the tool again.',
  },
} as const;
