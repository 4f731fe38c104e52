import type { Text } from '../../shared/text.ts';

const list = (labels: readonly string[], open: string, close: string) =>
  labels.map((label) => `${open}${label}${close}`).join(', ');

/** Names with the number of assets of each. */
export type Counts = readonly (readonly [subject: string, assets: number])[];
const mostNamed = 8;
/** `« Borne » 3, « Table » 1, …`: the first names with their assets. */
function named(counts: Counts, quote: (name: string) => string): string {
  const shown = counts.slice(0, mostNamed).map(([name, assets]) => `${quote(name)} ${assets}`);
  return [...shown, ...(counts.length > mostNamed ? ['…'] : [])].join(', ');
}
const frenchQuote = (name: string) => `« ${name} »`;
const englishQuote = (name: string) => `"${name}"`;
const bare = (name: string) => name;
const sum = (counts: Counts) => counts.reduce((all, [, assets]) => all + assets, 0);

const inFrench = (labels: readonly string[]) => list(labels, '« ', ' »');
const inEnglish = (labels: readonly string[]) => list(labels, '"', '"');

/** What the LanSweeper bridge says. */
export const messages = {
  title: { fr: 'LanSweeper', en: 'LanSweeper' },
  collect: {
    fr: 'Activez cet élément dans les paramètres d’analyse de LanSweeper',
    en: 'Enable this item in the scanning settings of LanSweeper',
  },
  site: (name: string, version: string, assets: number): Text => ({
    fr: `${name} · ${version} · actifs : ${assets}`,
    en: `${name} · ${version} · assets: ${assets}`,
  }),
  types: { fr: 'types', en: 'types' },
  states: { fr: 'états', en: 'states' },
  inUse: (counts: Counts): Text => {
    const list = counts.map(([name, assets]) => `${name} ${assets}`).join(', ');
    return { fr: list, en: list };
  },
  typeUnknownHint: {
    fr: 'Dites ce qu’ils sont sous rules.lansweeper.classes ; bridges/lansweeper/classes.yaml montre les classes.',
    en: 'Say what they are under rules.lansweeper.classes; bridges/lansweeper/classes.yaml shows the classes.',
  },
  stateUnknownHint: {
    fr: 'Dites ce qu’ils veulent dire sous rules.lansweeper.states ; bridges/lansweeper/states.yaml montre les états.',
    en: 'Say what they mean under rules.lansweeper.states; bridges/lansweeper/states.yaml shows the statuses.',
  },
  typeUnknown: (counts: Counts): Text => ({
    fr: `Types d’actif que rien ne décrit, publiés comme autre équipement : ${named(counts, frenchQuote)}.`,
    en: `Asset types that nothing describes, published as other equipment: ${named(counts, englishQuote)}.`,
  }),
  stateUnknown: (counts: Counts): Text => ({
    fr: `États que rien ne décrit, pris pour actifs : ${named(counts, frenchQuote)}.`,
    en: `States that nothing describes, taken for active: ${named(counts, englishQuote)}.`,
  }),
  scanErrors: (counts: Counts): Text => ({
    fr: `Actifs que LanSweeper n’a pas pu lire en entier, dont les faits peuvent être vieux ou incomplets : ${named(counts, bare)}.`,
    en: `Assets that LanSweeper could not read in full, whose facts may be old or incomplete: ${named(counts, bare)}.`,
  }),
  customFieldUnreadable: (counts: Counts): Text => ({
    fr: `Champs personnalisés dont le texte n’est pas une date sûre (écrivez AAAA-MM-JJ), laissés vides : ${sum(counts)} (${named(counts, bare)}).`,
    en: `Custom fields whose text is no certain date (write YYYY-MM-DD), left empty: ${sum(counts)} (${named(counts, bare)}).`,
  }),
  login: { fr: 'connexion', en: 'login' },
  productLogin: {
    fr: 'Le compte lansweeperuser est celui du produit lui-même, propriétaire de la base.',
    en: 'The account lansweeperuser is the product’s own, and owns the database.',
  },
  productLoginHint: {
    fr: 'Faites créer une connexion en lecture seule, donnez-lui le rôle du script de --grant-script, et nommez-la dans sources.lansweeper.login.',
    en: 'Have a read-only login made, give it the role of the --grant-script script, and name it in sources.lansweeper.login.',
  },
  content: { fr: 'contenu', en: 'content' },
  empty: {
    fr: 'La base ne contient aucun actif.',
    en: 'The database holds no asset.',
  },
  stale: (day: string, days: number): Text => ({
    fr: `Le dernier contact avec un actif, quel qu’il soit, date du ${day}, il y a ${days} jours.`,
    en: `The newest contact with any asset was on ${day}, ${days} days ago.`,
  }),
  cloudHint: {
    fr: 'Ouvrez-vous encore la console web de ce serveur (port 81), et y voyez-vous tous les actifs ? Sinon le plan est peut-être infonuagique seulement (Sites) : la découverte n’écrit alors plus dans cette base, et ce pont ne lit qu’une partie du parc.',
    en: 'Do you still open the web console of that server (port 81), and see all assets there? If not, the plan may be cloud-only (Sites): discovery then no longer writes to this database, and this bridge reads a part of the fleet only.',
  },
  labelMissing: (labels: readonly string[]): Text => ({
    fr: `Aucun champ personnalisé ne porte plus ces libellés : ${inFrench(labels)}. Ce qu’ils remplissaient reste vide.`,
    en: `No custom field has these labels any more: ${inEnglish(labels)}. What they filled stays empty.`,
  }),
  labelMissingHint: {
    fr: 'Écrivez le libellé actuel sous rules.lansweeper.customFields, ou retirez l’entrée.',
    en: 'Write the present label under rules.lansweeper.customFields, or remove the entry.',
  },
} as const;
