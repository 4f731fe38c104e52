import type { Text } from '../../text.ts';

const short = (names: readonly string[]) => names.map((name) => name.replace(/^dbo\./, '')).join(', ');
/** An imperative inside a sentence. */
const inside = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const share = (coverage: number | null, of: string) => (coverage === null ? '' : `${coverage}${of} · `);
const many = (count: number, singular: string, plural: string) =>
  `${count} ${count === 1 ? singular : plural}`;

/** Share of the devices, in whole percent: 100 only for all of them, 0 only for none. */
export function coveragePercent(covered: number, devices: number): number {
  if (covered === 0 || devices === 0) return 0;
  if (covered === devices) return 100;
  return Math.min(99, Math.max(1, Math.round((covered / devices) * 100)));
}

/** What a section delivered. */
interface Delivered {
  readonly rows: number;
  readonly columns: number;
  readonly views: readonly string[];
}

/** What the sections make a check say. */
export const sectionMessages = {
  devices: (devices: number, { columns, views }: Delivered): Text => ({
    fr: `${many(devices, 'appareil', 'appareils')} · ${many(columns, 'colonne', 'colonnes')} · ${short(views)}`,
    en: `${many(devices, 'device', 'devices')} · ${many(columns, 'column', 'columns')} · ${short(views)}`,
  }),
  /** `coverage` is null where nobody could count the devices. */
  section: (coverage: number | null, { rows, columns, views }: Delivered): Text => ({
    fr: `${share(coverage, ' % des appareils')}${many(rows, 'ligne', 'lignes')} · ${many(columns, 'colonne', 'colonnes')} · ${short(views)}`,
    en: `${share(coverage, '% of devices')}${many(rows, 'row', 'rows')} · ${many(columns, 'column', 'columns')} · ${short(views)}`,
  }),
  /** A section that is read only on request: it may be millions of rows. */
  notRead: (views: readonly string[]): Text => ({
    fr: `${short(views)} · lue seulement avec --software`,
    en: `${short(views)} · read with --software only`,
  }),
  nothingReported: (views: readonly string[]): Text => ({
    fr: `Active, mais rien n’a été rapporté : ${short(views)} est vide.`,
    en: `Enabled but nothing reported: ${short(views)} is empty.`,
  }),
  nothingReportedHint: (collect: Text): Text => ({
    fr: `Seulement si cette information vous manque : ${inside(collect.fr)}, puis attendez un inventaire.`,
    en: `Only if you miss this information: ${inside(collect.en)}, then wait for an inventory.`,
  }),
  noDevices: (views: readonly string[]): Text => ({
    fr: `Aucun appareil dans ${short(views)} : il n’y aurait rien à publier.`,
    en: `No device in ${short(views)}: there would be nothing to publish.`,
  }),
  noDevicesHint: {
    fr: 'Vérifiez que sources.<source>.database est la base du site qui contient les appareils.',
    en: 'Check that sources.<source>.database is the database of the site that holds the devices.',
  },
  viewMissing: (views: readonly string[]): Text => ({
    fr: `Absente, ou fermée à ce compte : ${short(views)}. La section reste vide.`,
    en: `Missing, or not open to this account: ${short(views)}. The section stays empty.`,
  }),
  viewMissingRequired: (views: readonly string[]): Text => ({
    fr: `Absente, ou fermée à ce compte : ${short(views)}. Sans elle, rien n’est lu.`,
    en: `Missing, or not open to this account: ${short(views)}. Without it nothing is read.`,
  }),
  viewMissingHint: (collect: Text, grants: readonly string[]): Text => ({
    fr: `${collect.fr} si elle vous manque, ou accordez la lecture : ${grants.join(' ')}`,
    en: `${collect.en} if you miss it, or grant the right to read: ${grants.join(' ')}`,
  }),
  viewMissingRequiredHint: (grants: readonly string[]): Text => ({
    fr: `Vérifiez le nom de la base, puis accordez la lecture : ${grants.join(' ')}`,
    en: `Check the name of the database, then grant the right to read: ${grants.join(' ')}`,
  }),
  columnMissing: (path: string, columns: readonly string[]): Text => ({
    fr: `${path} nomme des colonnes absentes de ce site : ${columns.join(', ')}.`,
    en: `${path} names columns that this site lacks: ${columns.join(', ')}.`,
  }),
  columnAt: (column: string, line: number): Text => ({
    fr: `${column} (ligne ${line})`,
    en: `${column} (line ${line})`,
  }),
  columnMissingHint: (path: string): Text => ({
    fr: `Copiez la requête à côté de bridge.yaml, sous ${path}, et retirez-en ces lignes.`,
    en: `Copy the query beside bridge.yaml, as ${path}, and remove these lines.`,
  }),
  columnMissingSiteHint: {
    fr: 'Corrigez ces noms dans ce fichier, retirez les lignes, ou terminez-les par « -- optional ».',
    en: 'Correct these names in this file, remove the lines, or end them with "-- optional".',
  },
  columnAbsent: (columns: readonly string[]): Text => ({
    fr: `Colonnes facultatives absentes, laissées vides : ${columns.join(', ')}.`,
    en: `Optional columns missing, left empty: ${columns.join(', ')}.`,
  }),
  columnAbsentHint: (collect: Text): Text => ({
    fr: `Seulement si cette information vous manque : ${inside(collect.fr)} (une ancienne version peut ne pas l’avoir).`,
    en: `Only if you miss this information: ${inside(collect.en)} (an old version may not have it).`,
  }),
  duplicateKeys: (path: string, key: string, keys: number, example: number): Text => ({
    fr: `${path} rend plusieurs lignes pour un même ${key}, comme ${example} (${keys} cas).`,
    en: `${path} returns several rows for one ${key}, such as ${example} (${many(keys, 'case', 'cases')}).`,
  }),
  duplicateKeysHint: {
    fr: 'Cette section décide des appareils : une seule ligne chacun. Déplacez la vue qui multiplie les lignes dans une autre section.',
    en: 'This section decides which devices exist: one row each. Move the view that multiplies rows to another section.',
  },
  notReached: (count: number): Text => ({
    fr: `${many(count, 'section n’a pas été vérifiée', 'sections n’ont pas été vérifiées')} après cet échec.`,
    en: `${many(count, 'section was not checked', 'sections were not checked')} after this failure.`,
  }),
  notReachedHint: {
    fr: 'Corrigez d’abord l’erreur ci-dessus, puis relancez la vérification.',
    en: 'Correct the error above first, then run the check again.',
  },
} as const;
