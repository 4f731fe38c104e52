import type { Text } from '../../shared/text.ts';

const list = (names: readonly string[], more: number) =>
  `${names.join(', ')}${more > 0 ? `, … (+${more})` : ''}`;

/** What is told of the comparison between what was sent and what Octopus holds. */
export const messages = {
  file: { fr: 'fichier', en: 'file' },
  octopus: { fr: 'Octopus', en: 'Octopus' },
  found: { fr: 'trouvés', en: 'found' },
  missing: { fr: 'absents', en: 'missing' },
  otherName: { fr: 'autre nom', en: 'other name' },
  otherSerial: { fr: 'autre série', en: 'other serial' },
  otherType: { fr: 'autre type', en: 'other type' },
  sent: (count: number, source: string, day: string): Text => ({
    fr: `CI envoyés : ${count} (${source}, publiés le ${day}).`,
    en: `CIs sent: ${count} (${source}, published on ${day}).`,
  }),
  held: (rows: number, id: string): Text => ({
    fr: `Lignes dans la liste ${id} : ${rows}.`,
    en: `Rows in list ${id}: ${rows}.`,
  }),
  heldNothing: (id: string): Text => ({
    fr: `La liste ${id} est vide.`,
    en: `List ${id} is empty.`,
  }),
  heldNothingHint: {
    fr: 'Ouvrez la liste dans Octopus avec le compte de la clé ; ce compte ne voit peut-être aucun CI.',
    en: 'Open the list in Octopus with the account of the key; that account may see no CI.',
  },
  perhapsPage: (rows: number, id: string): Text => ({
    fr: `La liste ${id} a donné exactement ${rows} lignes : peut-être seulement une première page.`,
    en: `List ${id} gave exactly ${rows} rows: perhaps only a first page.`,
  }),
  perhapsPageHint: {
    fr: 'Comparez avec le nombre que montre le client Web ; voyez list.body et answer.total dans docs/readback.md.',
    en: 'Compare with the number that the web client shows; see list.body and answer.total in docs/readback.md.',
  },
  foundText: (found: number, sent: number, fields: Text): Text => ({
    fr: `${found} sur ${sent}, comparés par ${fields.fr}.`,
    en: `${found} of ${sent}, compared by ${fields.en}.`,
  }),
  fields: (serial: boolean, type: boolean): Text => ({
    fr: ['nom', ...(serial ? ['numéro de série'] : []), ...(type ? ['type'] : [])].join(', '),
    en: ['name', ...(serial ? ['serial'] : []), ...(type ? ['type'] : [])].join(', '),
  }),
  missingText: (count: number, names: readonly string[]): Text => ({
    fr: `Envoyés mais absents de la liste : ${count} : ${list(names, count - names.length)}`,
    en: `Sent but not in the list: ${count}: ${list(names, count - names.length)}`,
  }),
  missingHint: {
    fr: 'Cherchez ces noms dans le journal de DataImporter, et vérifiez que la liste ne filtre ni type, ni état, ni site.',
    en: 'Look for these names in the log of DataImporter, and check that the list does not filter by type, status or site.',
  },
  otherNameText: (count: number, names: readonly string[]): Text => ({
    fr: `Trouvés par leur numéro de série sous un autre nom : ${count} : ${list(names, count - names.length)}`,
    en: `Found by their serial under another name: ${count}: ${list(names, count - names.length)}`,
  }),
  otherNameHint: {
    fr: 'DataImporter reconnaît un CI par son nom : renommez le CI dans Octopus avant que l’importation n’en crée un second.',
    en: 'DataImporter recognises a CI by its name: rename the CI in Octopus before the import creates a second one.',
  },
  otherSerialText: (count: number, names: readonly string[]): Text => ({
    fr: `Trouvés avec un autre numéro de série : ${count} : ${list(names, count - names.length)}`,
    en: `Found with another serial: ${count}: ${list(names, count - names.length)}`,
  }),
  otherSerialHint: {
    fr: 'Deux machines ont-elles porté ce nom ? Sinon, cherchez ces noms dans le journal de DataImporter.',
    en: 'Have two machines had this name? If not, look for these names in the log of DataImporter.',
  },
  otherTypeText: (count: number, names: readonly string[]): Text => ({
    fr: `Trouvés avec un autre type : ${count} : ${list(names, count - names.length)}`,
    en: `Found with another type: ${count}: ${list(names, count - names.length)}`,
  }),
  otherTypeHint: {
    fr: 'Corrigez « types » dans le profil, ou le type du CI dans Octopus.',
    en: 'Correct "types" in the profile, or the type of the CI in Octopus.',
  },
} as const;
