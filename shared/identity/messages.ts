import type { Text } from '../text.ts';

/** How many names a message has. */
const named = 5;

type Renames = readonly { readonly former: string; readonly name: string }[];

/** The first names of a list of so many. */
function first(names: readonly string[], count: number, language: 'fr' | 'en'): string {
  const more = count - Math.min(names.length, named);
  const rest = language === 'fr' ? `et ${more} autres` : `and ${more} more`;
  return [...names.slice(0, named), ...(more > 0 ? [rest] : [])].join(', ');
}
const pairs = (renames: Renames): string[] => renames.map(({ former, name }) => `${former} → ${name}`);

/** What is told of renamed and retired devices. */
export const messages = {
  renamed: (renames: Renames): Text => ({
    fr: `Appareils renommés depuis la dernière publication : ${renames.length} (${first(pairs(renames), renames.length, 'fr')}). Renommez ces CI dans Octopus avant l’importation, sinon elle en crée d’autres : Octopus les reconnaît à leur nom.`,
    en: `Devices renamed since the last publication: ${renames.length} (${first(pairs(renames), renames.length, 'en')}). Rename these CI in Octopus before the import, or it creates others: Octopus tells them by their name.`,
  }),
  held: (renames: Renames): Text => ({
    fr: `Appareils renommés qui gardent l’ancien nom dans le fichier : ${renames.length} (${first(pairs(renames), renames.length, 'fr')}). Renommez ces CI dans Octopus, puis confirmez : bridge renames confirm.`,
    en: `Renamed devices that keep the former name in the file: ${renames.length} (${first(pairs(renames), renames.length, 'en')}). Rename these CI in Octopus, then confirm: bridge renames confirm.`,
  }),
  retired: (names: readonly string[]): Text => ({
    fr: `Appareils retirés par cette exécution, car la source ne les liste plus : ${names.length} (${first(names, names.length, 'fr')}). Ils ne reviennent pas d’eux-mêmes : bridge revive.`,
    en: `Devices retired by this run, because the source no longer lists them: ${names.length} (${first(names, names.length, 'en')}). They do not come back by themselves: bridge revive.`,
  }),
  leftOut: (count: number, names: readonly string[]): Text => ({
    fr: `Appareils retirés que la source liste de nouveau, laissés de côté : ${count} (${first(names, count, 'fr')}). Pour les publier : bridge revive.`,
    en: `Retired devices that the source lists again, left out: ${count} (${first(names, count, 'en')}). To publish them: bridge revive.`,
  }),
  replaced: (names: readonly string[]): Text => ({
    fr: `Noms d’appareils retirés qu’un autre appareil porte maintenant : ${names.length} (${first(names, names.length, 'fr')}). Le retrait prend fin ; remettez ces CI en service dans Octopus si le fichier ne donne pas leur état.`,
    en: `Names of retired devices that another device bears now: ${names.length} (${first(names, names.length, 'en')}). The retirement ends; put these CI back in service in Octopus if the file gives no status for them.`,
  }),
  expired: (names: readonly string[]): Text => ({
    fr: `Retraits dont le délai est passé, qui n’ont plus de ligne : ${names.length} (${first(names, names.length, 'fr')}).`,
    en: `Retirements whose time is over, which no longer have a row: ${names.length} (${first(names, names.length, 'en')}).`,
  }),
} as const;
