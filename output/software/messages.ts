import type { Text } from '../../shared/text.ts';

/** What publishing installed software says. */
export const messages = {
  blockMissing: (profile: string): Text => ({
    fr: `--software est demandé, mais le profil ${profile} n’a pas de bloc « software ».`,
    en: `--software is asked for, but the profile ${profile} has no block "software".`,
  }),
  blockMissingHint: {
    fr: 'Copiez ce bloc du profil octopus-fr, ou lancez la commande sans --software.',
    en: 'Copy this block from the profile octopus-en, or run the command without --software.',
  },
  sameFiles: (path: string): Text => ({
    fr: `--out et --software écriraient tous deux ${path}.`,
    en: `--out and --software would both write ${path}.`,
  }),
  sameFilesHint: {
    fr: 'Donnez à --software un autre nom, par exemple logiciels.csv ; la configuration XML et le manifeste prennent ce nom.',
    en: 'Give --software another name, for example software.csv; the XML configuration and the manifest take that name.',
  },
  nothingInstalled: (path: string): Text => ({
    fr: `La source ne dit rien des logiciels des appareils publiés : ${path} n’est pas publié, et ce qui l’était reste.`,
    en: `The source tells nothing of the software of the published devices: ${path} is not published, and what was stays.`,
  }),
  rowsLeftOut: (count: number, reasons: string): Text => ({
    fr: `Logiciels : lignes laissées de côté : ${count} (${reasons}).`,
    en: `Software: rows left out: ${count} (${reasons}).`,
  }),
  withoutName: { fr: 'sans nom', en: 'without a name' },
  update: { fr: 'mises à jour', en: 'updates' },
  deviceNotPublished: { fr: 'appareil non publié', en: 'device not published' },
  withheld: { fr: 'appareil personnel, exclu ou inconnu', en: 'device private, excluded or unknown' },
  repeated: { fr: 'répétées', en: 'repeated' },
  daysUnreadable: (count: number): Text => ({
    fr: `Logiciels : dates d’installation illisibles ou qui ne veulent rien dire, laissées vides : ${count}.`,
    en: `Software: days of installation that are unreadable or mean none, left empty: ${count}.`,
  }),
  titlesCut: (count: number, limit: number): Text => ({
    fr: `Logiciels : noms, versions ou éditeurs coupés à ${limit} caractères : ${count}.`,
    en: `Software: names, versions or publishers cut to ${limit} characters: ${count}.`,
  }),
  unnamed: (count: number, reasons: string): Text => ({
    fr: `Logiciels qui ne peuvent pas être des CI, laissés de côté : ${count} (${reasons}).`,
    en: `Programs that cannot be CI, left out: ${count} (${reasons}).`,
  }),
  nameTooLong: { fr: 'nom de plus de 125 caractères', en: 'name longer than 125 characters' },
  nameUnwritable: {
    fr: 'nom que ce format ne peut pas écrire ; un .xlsx le peut',
    en: 'name that this format cannot write; an .xlsx can',
  },
  nameTaken: { fr: 'nom d’un appareil publié', en: 'name of a published device' },
  ciNameTooLong: (count: number): Text => ({
    fr: `Logiciels : lignes laissées de côté, car le nom de l’appareil dépasse 125 caractères : ${count}.`,
    en: `Software: rows left out, because the name of the device is longer than 125 characters: ${count}.`,
  }),
} satisfies Record<string, Text | ((...parts: never[]) => Text)>;
