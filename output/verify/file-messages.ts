import type { Text } from '../../shared/text.ts';
import type { Seen } from './violation.ts';

/** What is wrong with a file of rows or what describes it, by rule; `<rule>-hint` says what to do. */
export const messages = {
  'rows-file-missing': ({ value }: Seen): Text => ({
    fr: `le fichier ${value} n’est pas dans le dossier`,
    en: `the file ${value} is not in the folder`,
  }),
  'rows-file-missing-hint': {
    fr: 'Remettez-le à côté de la configuration, ou corrigez la chaîne de connexion.',
    en: 'Put it back beside the configuration, or correct the connection string.',
  },
  'sheet-missing': ({ value, expected }: Seen): Text => ({
    fr: `le classeur n’a pas de feuille « ${value} » ; il a : ${expected}`,
    en: `the workbook has no sheet "${value}"; it has: ${expected}`,
  }),
  'sheet-missing-hint': {
    fr: 'Corrigez ViewName, ou rendez son nom à la feuille.',
    en: 'Correct ViewName, or give the sheet its name back.',
  },
  'table-missing': ({ value, expected }: Seen): Text => ({
    fr: `la base n’a pas de table « ${value} » ; elle a : ${expected}`,
    en: `the database has no table "${value}"; it has: ${expected}`,
  }),
  'table-missing-hint': {
    fr: 'Corrigez ViewName, ou relancez l’extraction.',
    en: 'Correct ViewName, or run the extraction again.',
  },
  'sheet-unused': ({ value }: Seen): Text => ({
    fr: `aucune source ne lit la feuille « ${value} »`,
    en: `no source reads the sheet "${value}"`,
  }),
  'sheet-unused-hint': {
    fr: 'Ajoutez une source qui la lit, ou retirez la feuille.',
    en: 'Add a source that reads it, or remove the sheet.',
  },
  'workbook-unreadable': ({ value }: Seen): Text => ({
    fr: `le fichier est endommagé : ${value}`,
    en: `the file is damaged: ${value}`,
  }),
  'workbook-unreadable-hint': {
    fr: 'Relancez l’extraction ; si cela se répète, vérifiez le disque.',
    en: 'Run the extraction again; if it happens again, check the disk.',
  },
  'cell-formula': ({ value }: Seen): Text => ({
    fr: `la cellule tient une formule, non un texte : « ${value} »`,
    en: `the cell holds a formula, not text: "${value}"`,
  }),
  'cell-formula-hint': {
    fr: 'Remplacez la formule par sa valeur, en texte.',
    en: 'Replace the formula by its value, as text.',
  },
  'cell-not-text': ({ value, expected }: Seen): Text => ({
    fr: `la cellule n’est pas du texte (type « ${expected} ») : « ${value} »`,
    en: `the cell is not text (type "${expected}"): "${value}"`,
  }),
  'cell-not-text-hint': {
    fr: 'Mettez la colonne au format Texte et saisissez la valeur de nouveau : le pilote devine les nombres et perd les autres.',
    en: 'Set the column to the format Text and enter the value again: the driver guesses numbers and loses the others.',
  },
  'cell-format': ({ value }: Seen): Text => ({
    fr: `le format de nombre est « ${value} » au lieu de Texte (@)`,
    en: `the number format is "${value}" instead of Text (@)`,
  }),
  'cell-format-hint': {
    fr: 'Mettez la colonne au format Texte.',
    en: 'Set the column to the format Text.',
  },
  'cells-merged': ({ value }: Seen): Text => ({
    fr: `des cellules sont fusionnées : ${value}`,
    en: `cells are merged: ${value}`,
  }),
  'cells-merged-hint': {
    fr: 'Annulez la fusion : seule la première cellule garde sa valeur.',
    en: 'Unmerge them: only the first cell keeps its value.',
  },
  dimension: ({ value, expected }: Seen): Text => ({
    fr: `la feuille dit s’étendre sur ${value} ; elle s’étend sur ${expected}`,
    en: `the sheet says that it covers ${value}; it covers ${expected}`,
  }),
  'dimension-hint': {
    fr: 'Enregistrez le classeur de nouveau dans Excel, ou relancez l’extraction.',
    en: 'Save the workbook again in Excel, or run the extraction again.',
  },
  'cell-without-header': ({ value }: Seen): Text => ({
    fr: `la valeur « ${value} » est dans une colonne sans en-tête`,
    en: `the value "${value}" stands in a column without a header`,
  }),
  'cell-without-header-hint': {
    fr: 'Donnez un en-tête à la colonne, ou videz-la.',
    en: 'Give the column a header, or empty it.',
  },
  'long-text': ({ value }: Seen): Text => ({
    fr: `${value} caractères ; le pilote coupe à 255 quand les huit premières lignes n’en montrent pas autant`,
    en: `${value} characters; the driver cuts at 255 when the first eight rows show fewer`,
  }),
  'long-text-hint': {
    fr: 'Produisez un .csv, où Schema.ini annonce les textes longs, ou raccourcissez la valeur.',
    en: 'Write a .csv, where Schema.ini announces long texts, or shorten the value.',
  },
  'csv-bom': {
    fr: 'le fichier commence par une marque d’ordre des octets, que le pilote prend pour un en-tête',
    en: 'the file begins with a byte order mark, which the driver takes for part of a header',
  },
  'csv-bom-hint': {
    fr: 'Enregistrez-le en ANSI (Windows-1252).',
    en: 'Save it as ANSI (Windows-1252).',
  },
  'csv-encoding': ({ value }: Seen): Text => ({
    fr: `le texte n’est pas en Windows-1252 : « ${value} »`,
    en: `the text is not Windows-1252: "${value}"`,
  }),
  'csv-encoding-hint': {
    fr: 'Enregistrez le fichier en ANSI (Windows-1252), non en UTF-8.',
    en: 'Save the file as ANSI (Windows-1252), not UTF-8.',
  },
  'csv-line-end': {
    fr: 'la ligne ne finit pas par CR LF',
    en: 'the line does not end in CR LF',
  },
  'csv-line-end-hint': {
    fr: 'Enregistrez le fichier avec des fins de ligne de Windows.',
    en: 'Save the file with Windows line ends.',
  },
  'csv-quoting': ({ value }: Seen): Text => ({
    fr: `guillemets mal placés : « ${value} »`,
    en: `misplaced quotation marks: "${value}"`,
  }),
  'csv-quoting-hint': {
    fr: 'Entourez la valeur de guillemets droits et doublez ceux qu’elle contient.',
    en: 'Put quotation marks around the value and double those inside.',
  },
  'csv-field-count': ({ value, expected }: Seen): Text => ({
    fr: `${value} champs au lieu de ${expected}`,
    en: `${value} fields instead of ${expected}`,
  }),
  'csv-field-count-hint': {
    fr: 'Une virgule dans une valeur veut des guillemets autour ; sinon ajoutez ou retirez un champ.',
    en: 'A comma inside a value wants quotation marks around it; else add or remove a field.',
  },
  'schema-ini-missing': ({ value }: Seen): Text => ({
    fr: `Schema.ini ne décrit pas [${value}]`,
    en: `Schema.ini does not describe [${value}]`,
  }),
  'schema-ini-missing-hint': {
    fr: 'Relancez l’extraction : sans cette section le pilote devine les types et perd des zéros et des numéros.',
    en: 'Run the extraction again: without this section the driver guesses types and loses zeros and numbers.',
  },
  'schema-ini-encoding': {
    fr: 'Schema.ini est en Unicode ou commence par une marque d’ordre',
    en: 'Schema.ini is Unicode or begins with a byte order mark',
  },
  'schema-ini-encoding-hint': {
    fr: 'Enregistrez-le en ANSI avec le Bloc-notes.',
    en: 'Save it as ANSI with Notepad.',
  },
  'schema-ini-setting': ({ value, expected }: Seen): Text => ({
    fr: `Schema.ini dit « ${value} » au lieu de « ${expected} »`,
    en: `Schema.ini says "${value}" instead of "${expected}"`,
  }),
  'schema-ini-setting-hint': {
    fr: 'Corrigez cette ligne, ou relancez l’extraction.',
    en: 'Correct this line, or run the extraction again.',
  },
  'schema-ini-column': ({ value, expected }: Seen): Text => ({
    fr: `Schema.ini dit « ${value} » au lieu de « ${expected} »`,
    en: `Schema.ini says "${value}" instead of "${expected}"`,
  }),
  'schema-ini-column-hint': {
    fr: 'Décrivez chaque colonne dans l’ordre du fichier, de type Text ou Memo, ou relancez l’extraction.',
    en: 'Describe every column in the order of the file, of type Text or Memo, or run the extraction again.',
  },
  'schema-ini-memo': ({ value }: Seen): Text => ({
    fr: `${value} caractères dans une colonne que Schema.ini dit Text : le pilote coupe à 255`,
    en: `${value} characters in a column that Schema.ini calls Text: the driver cuts at 255`,
  }),
  'schema-ini-memo-hint': {
    fr: 'Donnez à cette colonne le type Memo.',
    en: 'Give this column the type Memo.',
  },
  'file-differs': ({ value }: Seen): Text => ({
    fr: `le fichier ${value}, relu, n’est pas celui qui devait être écrit`,
    en: `the file ${value}, read back, is not what was to be written`,
  }),
  'file-differs-hint': {
    fr: 'Vérifiez le disque et qu’aucun autre programme n’écrit dans ce dossier, puis relancez la commande.',
    en: 'Check the disk, and that no other program writes to this folder, then run the command again.',
  },
  'manifest-missing': ({ value }: Seen): Text => ({
    fr: `le manifeste ${value} n’existe pas : cette exécution n’a pas eu lieu, ou n’a pas fini`,
    en: `the manifest ${value} does not exist: this run never happened, or did not end`,
  }),
  'manifest-missing-hint': {
    fr: 'N’importez pas ces fichiers ; relancez l’extraction.',
    en: 'Do not import these files; run the extraction again.',
  },
  'manifest-unreadable': ({ value }: Seen): Text => ({
    fr: `le manifeste n’est pas lisible : ${value}`,
    en: `the manifest cannot be read: ${value}`,
  }),
  'manifest-unreadable-hint': {
    fr: 'Relancez l’extraction avec cette version.',
    en: 'Run the extraction again with this version.',
  },
  'manifest-file': ({ value }: Seen): Text => ({
    fr: `${value} n’est plus le fichier que le manifeste décrit`,
    en: `${value} is no longer the file that the manifest describes`,
  }),
  'manifest-file-hint': {
    fr: 'Il a été changé après la publication : relancez l’extraction, ou importez en connaissance de cause.',
    en: 'It was changed after publishing: run the extraction again, or import it knowingly.',
  },
  'manifest-unlisted': ({ value }: Seen): Text => ({
    fr: `le manifeste ne décrit pas ${value}`,
    en: `the manifest does not describe ${value}`,
  }),
  'manifest-unlisted-hint': {
    fr: 'Ce fichier n’est pas de cette exécution : relancez l’extraction.',
    en: 'This file is not of this run: run the extraction again.',
  },
  'manifest-rows': ({ value, expected }: Seen): Text => ({
    fr: `le manifeste compte ${value} lignes ; le fichier en a ${expected}`,
    en: `the manifest counts ${value} rows; the file has ${expected}`,
  }),
  'manifest-rows-hint': { fr: 'Relancez l’extraction.', en: 'Run the extraction again.' },
  'manifest-counts': ({ value, expected }: Seen): Text => ({
    fr: `le manifeste dit ${value} CI publiés ; les sources en ont ${expected}`,
    en: `the manifest says ${value} CI published; the sources have ${expected}`,
  }),
  'manifest-counts-hint': { fr: 'Relancez l’extraction.', en: 'Run the extraction again.' },
} as const;
