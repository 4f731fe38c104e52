import type { Text } from '../../../shared/text.ts';

/** What reading Intune makes the run say. */
export const messages = {
  overviewUnreadable: (path: string): Text => ({
    fr: `${path} : Graph a répondu sans le nombre d’appareils.`,
    en: `${path}: Graph answered without the number of devices.`,
  }),
  overviewUnreadableHint: {
    fr: 'Réessayez plus tard. Si cela persiste, signalez-le : Microsoft a peut-être changé le format de sa réponse.',
    en: 'Try again later. If it persists, report it: Microsoft may have changed the form of its answer.',
  },
  deviceWithoutId: {
    fr: 'Graph a livré un appareil sans identifiant.',
    en: 'Graph delivered a device without an id.',
  },
  listShort: (listed: number, counted: number, pages: number): Text => ({
    fr: `Intune compte ${counted} appareils inscrits, mais sa liste n’en a livré que ${listed} (pages lues : ${pages}).`,
    en: `Intune counts ${counted} enrolled devices, but its list delivered only ${listed} (pages read: ${pages}).`,
  }),
  reportShort: (found: number, kept: number, reported: number): Text => ({
    fr: `Le rapport DevicesWithInventory ne nomme que ${found} des ${kept} appareils de la liste (lignes lues : ${reported}).`,
    en: `The report DevicesWithInventory names only ${found} of the ${kept} devices of the list (rows read: ${reported}).`,
  }),
  reportLonger: (unlisted: number, reported: number, listed: number): Text => ({
    fr: `Le rapport DevicesWithInventory a ${reported} lignes et la liste ${listed} appareils : ${unlisted} manquent à la liste.`,
    en: `The report DevicesWithInventory has ${reported} rows and the list ${listed} devices: ${unlisted} are missing from the list.`,
  }),
  incompleteHint: (percent: number): Text => ({
    fr: `Rien n’a été publié. Réessayez dans une heure ; si l’écart est normal chez vous, augmentez rules.intune.tolerancePercent (${percent}).`,
    en: `Nothing was published. Try again in an hour; if the difference is normal at your site, raise rules.intune.tolerancePercent (${percent}).`,
  }),
  counterDiffers: (listed: number, counted: number): Text => ({
    fr: `La liste a livré ${listed} appareils et le compteur d’Intune en annonce ${counted} ; l’écart est dans la tolérance, ou en trop.`,
    en: `The list delivered ${listed} devices and Intune’s counter says ${counted}; the difference is within tolerance, or on the safe side.`,
  }),
  notInReport: (count: number): Text => ({
    fr: `Absents du rapport DevicesWithInventory, utilisateur principal inconnu : ${count} appareil(s).`,
    en: `Not in the report DevicesWithInventory, so without a primary user: ${count} device(s).`,
  }),
  notInList: (count: number): Text => ({
    fr: `Lignes du rapport DevicesWithInventory écartées, leur appareil n’étant pas dans la liste : ${count}.`,
    en: `Rows of the report DevicesWithInventory dropped, as their device is not in the list: ${count}.`,
  }),
  clientsUnread: (reason: Text): Text => ({
    fr: `L’identifiant du client SCCM des appareils cogérés n’a pas pu être lu : ${reason.fr}`,
    en: `The SCCM client id of the co-managed devices could not be read: ${reason.en}`,
  }),
  detailsWaiting: (waiting: number, perDay: number): Text => ({
    fr: `Appareils dont les détails (mémoire, adresse Ethernet, châssis) seront lus les prochains jours : ${waiting} (enrich.perDay : ${perDay}).`,
    en: `Devices whose details (memory, Ethernet address, chassis) will be read in the coming days: ${waiting} (enrich.perDay: ${perDay}).`,
  }),
  valuesUnreadable: (column: string, count: number): Text => ({
    fr: `${column} : valeurs d’une forme inattendue, laissées vides : ${count}.`,
    en: `${column}: values of an unexpected form, left empty: ${count}.`,
  }),
} as const;
