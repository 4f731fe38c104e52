import type { Text } from '../shared/text.ts';

/** What writing, reading back and publishing say. */
export const messages = {
  encodingOfCsv: {
    fr: '--encoding utf8 est pour un fichier .csv seul, sans --software.',
    en: '--encoding utf8 is for a .csv file alone, without --software.',
  },
  encodingOfCsvHint: {
    fr: 'Donnez un nom en .csv à --out, ou retirez --encoding : un classeur et une base contiennent déjà tous les caractères.',
    en: 'Give --out a name that ends in .csv, or remove --encoding: a workbook and a database hold every character anyway.',
  },
  interrupted: {
    fr: 'Exécution interrompue : rien n’a été publié.',
    en: 'Run interrupted: nothing was published.',
  },
  diskFull: (path: string): Text => ({
    fr: `Il n’y a plus de place pour écrire ${path}.`,
    en: `There is no room left to write ${path}.`,
  }),
  diskFullHint: {
    fr: 'Libérez de l’espace sur ce volume, puis relancez la commande ; les derniers fichiers publiés sont intacts.',
    en: 'Free some space on this volume, then run the command again; the files published last are intact.',
  },
  fileRefused: (path: string, code: string): Text => ({
    fr: `Le fichier ${path} ne peut pas être écrit ou remplacé (${code}).`,
    en: `The file ${path} cannot be written or replaced (${code}).`,
  }),
  fileRefusedHint: {
    fr: 'Fermez-le dans Excel ou dans l’autre programme qui l’utilise, et vérifiez que le compte peut écrire dans ce dossier.',
    en: 'Close it in Excel or the other program that uses it, and check that the account may write to this folder.',
  },
  fileFailed: (path: string, reason: string): Text => ({
    fr: `Échec sur le fichier ${path} : ${reason}.`,
    en: `Failure on the file ${path}: ${reason}.`,
  }),
  fileFailedHint: {
    fr: 'Vérifiez que le dossier existe, que c’est bien un dossier, et que le partage réseau répond.',
    en: 'Check that the folder exists, that it is a folder, and that the network share answers.',
  },
  folderMissing: (folder: string): Text => ({
    fr: `Le dossier ${folder} n’existe pas ou n’est pas un dossier.`,
    en: `The folder ${folder} does not exist or is not a folder.`,
  }),
  folderMissingHint: {
    fr: 'Créez le dossier, ou corrigez le chemin donné à --out.',
    en: 'Create the folder, or correct the path given to --out.',
  },
  notAFile: (path: string): Text => ({
    fr: `${path} existe et n’est pas un fichier.`,
    en: `${path} exists and is not a file.`,
  }),
  notAFileHint: {
    fr: 'Choisissez un autre nom de fichier, ou déplacez ce dossier.',
    en: 'Choose another file name, or move this folder away.',
  },
  putBackFailed: (path: string, kept: string): Text => ({
    fr: `La publication a échoué et l’ancien fichier ${path} n’a pas pu être remis en place ; il est conservé sous ${kept}.`,
    en: `Publishing failed and the former file ${path} could not be put back; it is kept as ${kept}.`,
  }),
  putBackFailedHint: {
    fr: 'N’importez rien avant d’avoir renommé à la main le fichier conservé ou relancé la commande avec succès.',
    en: 'Import nothing before the kept file is renamed by hand or the command has run successfully.',
  },
  extensionUnknown: (path: string): Text => ({
    fr: `Le fichier à produire doit finir par .xlsx ou .csv, ou s’écrire sqlite:FICHIER.db ou mssql : ${path}`,
    en: `The file to write must end in .xlsx or .csv, or be written sqlite:FILE.db or mssql: ${path}`,
  }),
  extensionUnknownHint: {
    fr: 'Exemples : --out C:\\Import\\actifs.xlsx, --out sqlite:C:\\Import\\actifs.db',
    en: 'Examples: --out C:\\Import\\assets.xlsx, --out sqlite:C:\\Import\\assets.db',
  },
  templateWrong: (names: readonly string[]): Text => {
    const marks = names.map((name) => `<${name}>`).join(', ');
    return {
      fr: `une chaîne de connexion OLEDB, avec Provider=… et ${marks}, sans caractère de contrôle`,
      en: `an OLEDB connection string, with Provider=… and ${marks}, without control characters`,
    };
  },
  bootstrapExists: (path: string): Text => ({
    fr: `${path} existe déjà et ne sera pas remplacé.`,
    en: `${path} exists already and will not be replaced.`,
  }),
  bootstrapExistsHint: {
    fr: 'Donnez un autre nom à --out, ou supprimez ce fichier s’il ne sert plus.',
    en: 'Give --out another name, or delete this file if it is no longer needed.',
  },
  fileNameRefused: (name: string): Text => ({
    fr: `DataImporter ne pourrait pas lire un fichier nommé « ${name} ».`,
    en: `DataImporter could not read a file named "${name}".`,
  }),
  fileNameHint: {
    fr: 'Employez au plus 64 caractères : lettres, chiffres, espace, trait d’union et soulignement ; un seul point, celui de l’extension.',
    en: 'Use at most 64 characters: letters, digits, space, hyphen and underscore; only one dot, that of the extension.',
  },
  folderRefused: (folder: string): Text => ({
    fr: `Le dossier « ${folder} » ne peut pas être écrit dans la chaîne de connexion de DataImporter.`,
    en: `The folder "${folder}" cannot be written into DataImporter's connection string.`,
  }),
  folderHint: {
    fr: 'Donnez un chemin complet sans point-virgule, guillemet ni caractère de contrôle, par exemple C:\\Import.',
    en: 'Give a full path without semicolon, quotation mark or control character, for example C:\\Import.',
  },
  sourceNameRefused: (name: string): Text => ({
    fr: `Le nom de source « ${name} » n’est pas accepté par DataImporter.`,
    en: `DataImporter does not accept the source name "${name}".`,
  }),
  sourceNameHint: {
    fr: 'Employez seulement des lettres sans accent, des chiffres, l’espace, le point, le trait d’union et le soulignement.',
    en: 'Use only letters without accents, digits, space, dot, hyphen and underscore.',
  },
  importerXmlDiffers: (path: string): Text => ({
    fr: `La configuration ${path}, relue, n’est pas celle qui devait être écrite.`,
    en: `The configuration ${path}, read back, is not what was to be written.`,
  }),
  schemaIniUnicode: {
    fr: 'Le fichier Schema.ini du dossier est enregistré en UTF-16 et ne peut pas être complété.',
    en: 'The Schema.ini of the folder is saved as UTF-16 and cannot be added to.',
  },
  schemaIniUnicodeHint: {
    fr: 'Enregistrez-le en ANSI avec le Bloc-notes, ou produisez le fichier dans un autre dossier.',
    en: 'Save it as ANSI with Notepad, or write the file to another folder.',
  },
  columnCount: (count: number, limit: number): Text => ({
    fr: `La table a ${count} colonnes ; il en faut au moins une et moins de ${limit}.`,
    en: `The table has ${count} columns; it takes at least one and fewer than ${limit}.`,
  }),
  columnHint: {
    fr: 'Corrigez les colonnes du profil.',
    en: 'Correct the columns of the profile.',
  },
  headerRefused: (header: string, fault: Text): Text => ({
    fr: `L’en-tête « ${header} » est refusé : ${fault.fr}.`,
    en: `The header "${header}" is refused: ${fault.en}.`,
  }),
  headerTwice: (header: string): Text => ({
    fr: `L’en-tête « ${header} » est donné à deux colonnes.`,
    en: `The header "${header}" is given to two columns.`,
  }),
  headerBlank: {
    fr: 'il est vide, ou commence ou finit par un espace',
    en: 'it is empty, or begins or ends with a space',
  },
  headerLong: (limit: number): Text => ({
    fr: `il dépasse ${limit} caractères`,
    en: `it is longer than ${limit} characters`,
  }),
  headerIllegal: {
    fr: 'il contient un point, un point d’exclamation, un crochet, un accent grave ou un guillemet droit',
    en: 'it holds a dot, an exclamation mark, a bracket, a back-quote or a quotation mark',
  },
  headerForeign: {
    fr: 'il contient un caractère que Windows-1252 ne connaît pas',
    en: 'it holds a character that Windows-1252 does not have',
  },
  rowWidth: (line: number, found: number, expected: number): Text => ({
    fr: `Ligne ${line} : ${found} cellules au lieu de ${expected}.`,
    en: `Line ${line}: ${found} cells instead of ${expected}.`,
  }),
  cellRequired: (header: string, line: number): Text => ({
    fr: `Ligne ${line} : la colonne « ${header} » est obligatoire et elle est vide.`,
    en: `Line ${line}: the column "${header}" is required and it is empty.`,
  }),
  cellTooLong: (header: string, line: number, length: number, limit: number): Text => ({
    fr: `Ligne ${line} : la valeur de la colonne « ${header} » a ${length} caractères ; ${limit} au plus sont acceptés.`,
    en: `Line ${line}: the value of column "${header}" has ${length} characters; at most ${limit} are accepted.`,
  }),
  cellTwice: (header: string, first: number, line: number): Text => ({
    fr: `Les lignes ${first} et ${line} ont la même valeur dans la colonne « ${header} », qui doit être unique.`,
    en: `Lines ${first} and ${line} have the same value in column "${header}", which must be unique.`,
  }),
  contractHint: {
    fr: 'Corrigez la colonne dans le profil ou la donnée dans la source, puis relancez la commande.',
    en: 'Correct the column in the profile or the value in the source, then run the command again.',
  },
  sheetsRetire: (sheets: number): Text => ({
    fr: `Les lignes remplissent ${sheets} feuilles Excel, donc ${sheets} sources ; avec « ManageCIRetirement: true », chacune pourrait retirer les CI passés dans l’autre.`,
    en: `The rows fill ${sheets} Excel sheets, hence ${sheets} sources; with "ManageCIRetirement: true", each could retire the CIs that have moved to the other.`,
  }),
  sheetsRetireHint: {
    fr: 'Produisez un fichier .csv, qui tient toutes les lignes en une source, ou mettez ce réglage à false dans le profil.',
    en: 'Write a .csv file, which holds all rows in one source, or set this tag to false in the profile.',
  },
  rowsSplit: (sheets: readonly string[]): Text => ({
    fr: `Une feuille Excel ne tient pas toutes les lignes : elles sont dans ${sheets.length} feuilles (${sheets.join(', ')}), chacune une source d’importation. Un fichier .csv les tiendrait en une seule.`,
    en: `One Excel sheet does not hold all rows: they are in ${sheets.length} sheets (${sheets.join(', ')}), each an import source. A .csv file would hold them in one.`,
  }),
  valuesMayBeCut: (count: number, headers: readonly string[]): Text => ({
    fr: `Valeurs de plus de 255 caractères que DataImporter risque de couper, car les huit premières lignes de leur colonne sont plus courtes : ${count} (${headers.join(', ')}). Produisez plutôt un fichier .csv : son Schema.ini déclare ces colonnes longues.`,
    en: `Values of more than 255 characters that DataImporter may cut, because the first eight rows of their column are shorter: ${count} (${headers.join(', ')}). Write a .csv file instead: its Schema.ini declares these columns as long.`,
  }),
  readBackDiffers: (path: string): Text => ({
    fr: `Le fichier ${path}, relu, n’est pas celui qui devait être écrit.`,
    en: `The file ${path}, read back, is not what was to be written.`,
  }),
  readBackRows: (path: string, expected: number, found: number): Text => ({
    fr: `Le fichier ${path}, relu, a ${found} lignes au lieu de ${expected}.`,
    en: `The file ${path}, read back, has ${found} rows instead of ${expected}.`,
  }),
  readBackHint: {
    fr: 'Vérifiez le disque et qu’aucun autre programme n’écrit dans ce dossier, puis relancez la commande.',
    en: 'Check the disk, and that no other program writes to this folder, then run the command again.',
  },
} as const;
