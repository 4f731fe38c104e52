import type { Text } from '../../shared/text.ts';
import type { Seen } from './violation.ts';

/** What is wrong with an importer configuration, by rule; `<rule>-hint` says what to do. */
export const messages = {
  'xml-missing': ({ value }: Seen): Text => ({
    fr: `la configuration ${value} n’existe pas`,
    en: `the configuration ${value} does not exist`,
  }),
  'xml-missing-hint': {
    fr: 'Relancez l’extraction, ou donnez à la commande le fichier .xml qui nomme ces lignes.',
    en: 'Run the extraction again, or give the command the .xml file that names these rows.',
  },
  'xml-not-ascii': ({ value }: Seen): Text => ({
    fr: `octet ${value} hors de l’ASCII imprimable`,
    en: `byte ${value} outside printable ASCII`,
  }),
  'xml-not-ascii-hint': {
    fr: 'Écrivez chaque lettre accentuée comme référence (é : &#233;) et enregistrez sans marque d’ordre.',
    en: 'Write each accented letter as a reference (é: &#233;) and save without a byte order mark.',
  },
  'xml-declaration': {
    fr: 'la première ligne n’est pas la déclaration XML en utf-8',
    en: 'the first line is not the XML declaration in utf-8',
  },
  'xml-declaration-hint': {
    fr: 'Commencez le fichier par <?xml version="1.0" encoding="utf-8" ?>.',
    en: 'Begin the file with <?xml version="1.0" encoding="utf-8" ?>.',
  },
  'xml-malformed': ({ value }: Seen): Text => ({
    fr: `ce n’est pas du XML bien formé : ${value}`,
    en: `not well-formed XML: ${value}`,
  }),
  'xml-malformed-hint': {
    fr: 'Corrigez cette ligne ; une perluète s’écrit &amp; et chaque balise ouverte est fermée.',
    en: 'Correct this line; an ampersand is written &amp; and every open tag is closed.',
  },
  'xml-structure': ({ value }: Seen): Text => ({
    fr: `l’élément « ${value} » n’est pas à sa place`,
    en: `the element "${value}" is out of place`,
  }),
  'xml-structure-hint': {
    fr: 'La racine est <Sources>, elle ne contient que des <Source Name="…">, et ceux-ci que des balises de texte.',
    en: 'The root is <Sources>, it holds only <Source Name="…">, and these hold only tags of text.',
  },
  'source-missing': { fr: 'aucune source n’est décrite', en: 'no source is described' },
  'source-missing-hint': {
    fr: 'Ajoutez une <Source>, ou relancez l’extraction.',
    en: 'Add a <Source>, or run the extraction again.',
  },
  'source-name': ({ value }: Seen): Text => ({
    fr: `DataImporter n’accepte pas le nom de source « ${value} »`,
    en: `DataImporter does not accept the source name "${value}"`,
  }),
  'source-name-hint': {
    fr: 'Employez des lettres sans accent, des chiffres, l’espace, le point, le trait d’union et le soulignement.',
    en: 'Use letters without accents, digits, space, dot, hyphen and underscore.',
  },
  'source-name-twice': ({ value }: Seen): Text => ({
    fr: `deux sources se nomment « ${value} »`,
    en: `two sources are named "${value}"`,
  }),
  'source-name-twice-hint': {
    fr: 'Donnez à chaque source son nom : Octopus reconnaît à ce nom ce que chacune gère.',
    en: 'Give each source a name of its own: by this name Octopus knows what each one manages.',
  },
  'tag-missing': ({ expected }: Seen): Text => ({
    fr: `la balise ${expected} manque ou est vide`,
    en: `the tag ${expected} is missing or empty`,
  }),
  'tag-missing-hint': {
    fr: 'Ajoutez-la : ConnectionString, ViewName et Content sont obligatoires.',
    en: 'Add it: ConnectionString, ViewName and Content are required.',
  },
  'tag-twice': ({ value }: Seen): Text => ({
    fr: `la balise ${value} vient deux fois`,
    en: `the tag ${value} comes twice`,
  }),
  'tag-twice-hint': { fr: 'Gardez-en une seule.', en: 'Keep only one.' },
  'tag-unknown': ({ value, expected }: Seen): Text => ({
    fr: `DataImporter ignorerait la balise ${value}${expected ? ` ; ici : ${expected}` : ''}`,
    en: `DataImporter would ignore the tag ${value}${expected ? `; here: ${expected}` : ''}`,
  }),
  'tag-unknown-hint': {
    fr: 'Corrigez l’écriture, majuscules comprises, ou retirez la balise.',
    en: 'Correct the spelling, capitals too, or remove the tag.',
  },
  'tag-value': ({ value, expected }: Seen): Text => ({
    fr: `DataImporter ignorerait la valeur « ${value} » ; permis : ${expected}`,
    en: `DataImporter would ignore the value "${value}"; allowed: ${expected}`,
  }),
  'tag-value-hint': {
    fr: 'Écrivez une des valeurs permises, majuscules comprises.',
    en: 'Write one of the allowed values, capitals too.',
  },
  'tag-value-unconfirmed': ({ value, expected }: Seen): Text => ({
    fr: `la valeur « ${value} » n’est pas documentée ; vues : ${expected}`,
    en: `the value "${value}" is not documented; seen: ${expected}`,
  }),
  'tag-value-unconfirmed-hint': {
    fr: 'Vérifiez dans un environnement d’essai qu’elle a l’effet voulu : une valeur inconnue est ignorée sans message.',
    en: 'Check in a test environment that it does what you want: an unknown value is ignored without a word.',
  },
  'content-spelling': ({ value, expected }: Seen): Text => ({
    fr: `le contenu « ${value} » n’existe pas ; voulu sans doute : ${expected}`,
    en: `there is no content "${value}"; meant is probably: ${expected}`,
  }),
  'content-spelling-hint': {
    fr: 'Écrivez le contenu exactement ainsi.',
    en: 'Write the content exactly so.',
  },
  'content-unknown': ({ value }: Seen): Text => ({
    fr: `le contenu « ${value} » n’est pas connu de cet outil ; ses lignes ne sont vérifiées que dans leur forme`,
    en: `the content "${value}" is not known to this tool; only the form of its rows is verified`,
  }),
  'content-unknown-hint': {
    fr: 'Comparez ce contenu et ses colonnes avec le gabarit de l’éditeur.',
    en: 'Compare this content and its columns with the vendor’s template.',
  },
  'content-order': ({ value, expected }: Seen): Text => ({
    fr: `le contenu ${value} doit venir avant ${expected}, qui s’y réfère`,
    en: `the content ${value} must come before ${expected}, which refers to it`,
  }),
  'content-order-hint': {
    fr: 'Déplacez cette source plus haut : DataImporter les prend dans l’ordre du fichier.',
    en: 'Move this source up: DataImporter takes them in the order of the file.',
  },
  'connection-string': ({ value, expected }: Seen): Text => ({
    fr: `la chaîne de connexion « ${value} » n’a pas ${expected}`,
    en: `the connection string "${value}" lacks ${expected}`,
  }),
  'connection-string-hint': {
    fr: 'Reprenez la chaîne du gabarit de l’éditeur, ou relancez l’extraction.',
    en: 'Take the string of the vendor’s template, or run the extraction again.',
  },
  'source-not-read': ({ value }: Seen): Text => ({
    fr: `cette source n’est ni un .xlsx, ni un .csv, ni une base .db ou .sqlite (${value}) ; ses lignes ne sont pas vérifiées`,
    en: `this source is neither an .xlsx nor a .csv nor a .db or .sqlite (${value}); its rows are not verified`,
  }),
  'source-not-read-hint': {
    fr: 'Rien, si vous l’avez voulu ainsi.',
    en: 'Nothing, if this is what you want.',
  },
  'folder-elsewhere': ({ value, expected }: Seen): Text => ({
    fr: `DataImporter lira dans ${value} ; le fichier vérifié est celui de ${expected}`,
    en: `DataImporter will read in ${value}; the file verified is the one in ${expected}`,
  }),
  'folder-elsewhere-hint': {
    fr: 'Assurez-vous que c’est le même dossier ; dataImporter.folder de bridge.yaml le dit à l’outil.',
    en: 'Make sure that it is the same folder; dataImporter.folder of bridge.yaml tells the tool.',
  },
  'view-name': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » n’a pas la forme ${expected}`,
    en: `"${value}" does not have the form ${expected}`,
  }),
  'view-name-hint': {
    fr: 'Écrivez [Nom de la feuille$] pour un classeur, [fichier.csv] pour un CSV, [table] pour une base.',
    en: 'Write [Sheet name$] for a workbook, [file.csv] for a CSV, [table] for a database.',
  },
} as const;
