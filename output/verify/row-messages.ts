import type { Text } from '../../shared/text.ts';
import type { Seen } from './violation.ts';

/** What is wrong with headers and values, by rule; `<rule>-hint` says what to do. */
export const messages = {
  'header-missing': { fr: 'il n’y a pas de ligne d’en-têtes', en: 'there is no header row' },
  'header-missing-hint': {
    fr: 'Écrivez les en-têtes d’Octopus dans la première ligne.',
    en: 'Write the headers of Octopus in the first row.',
  },
  'header-count': ({ value }: Seen): Text => ({
    fr: `${value} colonnes ; le pilote en lit moins de 255`,
    en: `${value} columns; the driver reads fewer than 255`,
  }),
  'header-count-hint': { fr: 'Retirez des colonnes.', en: 'Remove columns.' },
  'header-illegal': ({ value }: Seen): Text => ({
    fr: `le pilote lirait l’en-tête « ${value} » sous un autre nom`,
    en: `the driver would read the header "${value}" under another name`,
  }),
  'header-illegal-hint': {
    fr: 'Au plus 64 caractères de Windows-1252, sans . ! ` [ ] ni guillemet droit, ni espace au bord.',
    en: 'At most 64 characters of Windows-1252, without . ! ` [ ] or quotation mark, nor a space at the edge.',
  },
  'header-twice': ({ value }: Seen): Text => ({
    fr: `deux colonnes ont l’en-tête « ${value} »`,
    en: `two columns have the header "${value}"`,
  }),
  'header-twice-hint': { fr: 'Gardez-en une seule.', en: 'Keep only one.' },
  'header-language': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » est un en-tête de l’autre langue ; ici : « ${expected} »`,
    en: `"${value}" is a header of the other language; here: "${expected}"`,
  }),
  'header-language-hint': {
    fr: 'Un fichier ne mêle pas les deux langues : corrigez l’en-tête ou changez de profil.',
    en: 'A file does not mix the two languages: correct the header or take another profile.',
  },
  'header-spelling': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » s’écrit « ${expected} »`,
    en: `"${value}" is spelled "${expected}"`,
  }),
  'header-spelling-hint': {
    fr: 'Écrivez l’en-tête exactement ainsi ; un autre serait pris pour un attribut, ou ignoré.',
    en: 'Write the header exactly so; another one would be taken for an attribute, or ignored.',
  },
  'header-unknown': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas une colonne connue de ce contenu`,
    en: `"${value}" is no known column of this content`,
  }),
  'header-unknown-hint': {
    fr: 'Comparez avec le gabarit de l’éditeur : une colonne inconnue est ignorée.',
    en: 'Compare with the vendor’s template: an unknown column is ignored.',
  },
  'header-not-in-profile': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas une colonne du profil`,
    en: `"${value}" is no column of the profile`,
  }),
  'header-not-in-profile-hint': {
    fr: 'Vérifiez que le fichier et le profil vont ensemble.',
    en: 'Check that the file and the profile belong together.',
  },
  'column-missing': ({ expected }: Seen): Text => ({
    fr: `la colonne obligatoire « ${expected} » manque`,
    en: `the required column "${expected}" is missing`,
  }),
  'column-missing-hint': { fr: 'Ajoutez la colonne.', en: 'Add the column.' },
  'row-empty': { fr: 'la ligne est vide', en: 'the row is empty' },
  'row-empty-hint': { fr: 'Retirez la ligne.', en: 'Remove the row.' },
  'value-required': { fr: 'une valeur est obligatoire', en: 'a value is required' },
  'value-required-hint': {
    fr: 'Complétez la valeur dans la source, corrigez-la par --overrides, ou excluez l’actif par les règles.',
    en: 'Complete the value in the source, correct it through --overrides, or exclude the asset by the rules.',
  },
  'value-too-long': ({ value, expected }: Seen): Text => ({
    fr: `${value} caractères ; ${expected} au plus`,
    en: `${value} characters; at most ${expected}`,
  }),
  'value-too-long-hint': {
    fr: 'Raccourcissez la valeur dans la source, ou corrigez-la par --overrides.',
    en: 'Shorten the value in the source, or correct it through --overrides.',
  },
  'value-twice': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » est déjà à la ligne ${expected} ; la colonne doit être unique, sans égard aux majuscules`,
    en: `"${value}" already stands in row ${expected}; the column must be unique, whatever the case`,
  }),
  'value-twice-hint': {
    fr: 'Excluez un des deux par les règles, corrigez la source, ou corrigez l’un par --overrides.',
    en: 'Exclude one of the two by the rules, correct the source, or correct one through --overrides.',
  },
  'value-not-allowed': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » n’est pas permis ; permis : ${expected}`,
    en: `"${value}" is not allowed; allowed: ${expected}`,
  }),
  'value-not-allowed-hint': {
    fr: 'Écrivez une des valeurs permises.',
    en: 'Write one of the allowed values.',
  },
  'value-yes-no': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » ne dit ni oui ni non ; permis : ${expected}`,
    en: `"${value}" says neither yes nor no; allowed: ${expected}`,
  }),
  'value-yes-no-hint': {
    fr: 'Employez les mots de la langue des en-têtes ; words du profil les donne.',
    en: 'Use the words of the language of the headers; words of the profile gives them.',
  },
  'value-date': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas une date AAAA-MM-JJ`,
    en: `"${value}" is not a date YYYY-MM-DD`,
  }),
  'value-date-hint': {
    fr: 'Écrivez par exemple 2026-01-31 ; pour un champ de la source, donnez à la colonne le format date.',
    en: 'Write for example 2026-01-31; for a field of the source, give the column the format date.',
  },
  'value-decimal': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » n’est pas un nombre à point décimal${expected ? ` de 0 à ${expected}` : ''}`,
    en: `"${value}" is not a number with a decimal point${expected ? ` from 0 to ${expected}` : ''}`,
  }),
  'value-decimal-hint': {
    fr: 'Écrivez par exemple 1234.50, sans espace, virgule ni symbole.',
    en: 'Write for example 1234.50, without space, comma or symbol.',
  },
  'value-integer': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas un nombre entier`,
    en: `"${value}" is not a whole number`,
  }),
  'value-integer-hint': { fr: 'Écrivez des chiffres seulement.', en: 'Write digits only.' },
  'value-email': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas une adresse de courriel`,
    en: `"${value}" is not an e-mail address`,
  }),
  'value-email-hint': {
    fr: 'Une adresse a un @ et un point après lui ; videz la cellule si elle n’est pas connue.',
    en: 'An address has an @ and a dot after it; empty the cell when it is not known.',
  },
  'value-several': ({ value }: Seen): Text => ({
    fr: `« ${value} » nomme plusieurs comptes`,
    en: `"${value}" names several accounts`,
  }),
  'value-several-hint': { fr: 'Gardez un seul compte.', en: 'Keep one account only.' },
  'value-control': ({ value }: Seen): Text => ({
    fr: `la valeur contient un caractère de contrôle ou un saut de ligne (U+${value})`,
    en: `the value holds a control character or a line break (U+${value})`,
  }),
  'value-control-hint': {
    fr: 'Remplacez-le par un espace.',
    en: 'Replace it by a space.',
  },
  'value-replaced': ({ value }: Seen): Text => ({
    fr: `un « ? » tient peut-être la place d’un caractère perdu : « ${value} »`,
    en: `a "?" may stand for a character that was lost: "${value}"`,
  }),
  'value-replaced-hint': {
    fr: 'Comparez avec la source ; un .xlsx garde les caractères que Windows-1252 n’a pas.',
    en: 'Compare with the source; an .xlsx keeps the characters that Windows-1252 lacks.',
  },
  'level-empty': ({ value }: Seen): Text => ({
    fr: `« ${value} » a un niveau vide`,
    en: `"${value}" has an empty level`,
  }),
  'level-empty-hint': {
    fr: 'Nommez chaque niveau, sans séparateur au début ni à la fin.',
    en: 'Name every level, without a separator at either end.',
  },
  'level-separator': ({ value, expected }: Seen): Text => ({
    fr: `« ${value} » emploie la barre verticale, mais SiteSplitStrategy dit ${expected}`,
    en: `"${value}" uses the pipe, but SiteSplitStrategy says ${expected}`,
  }),
  'level-separator-hint': {
    fr: 'Séparez les niveaux comme SiteSplitStrategy le dit, ou retirez cette balise.',
    en: 'Separate the levels as SiteSplitStrategy says, or remove that tag.',
  },
  'serial-placeholder': ({ value }: Seen): Text => ({
    fr: `« ${value} » tient lieu de numéro de série et n’en est pas un`,
    en: `"${value}" stands where a serial should be and is none`,
  }),
  'serial-placeholder-hint': {
    fr: 'Videz la cellule ou mettez le vrai numéro, par --overrides ou dans la source.',
    en: 'Empty the cell or give the true number, through --overrides or in the source.',
  },
  'value-needs': ({ expected }: Seen): Text => ({
    fr: `la cellule est vide, mais la valeur de « ${expected} » en demande une`,
    en: `the cell is empty, but the value of "${expected}" needs one`,
  }),
  'value-needs-hint': {
    fr: 'Complétez cette colonne, ou videz l’autre.',
    en: 'Complete this column, or empty the other one.',
  },
  'date-order': ({ value, expected }: Seen): Text => ({
    fr: `${value} n’est pas après ${expected}`,
    en: `${value} is not after ${expected}`,
  }),
  'date-order-hint': { fr: 'Corrigez une des deux dates.', en: 'Correct one of the two dates.' },
  'one-yes': ({ expected }: Seen): Text => ({
    fr: `une au moins de ces colonnes doit dire oui : ${expected}`,
    en: `at least one of these columns must say yes: ${expected}`,
  }),
  'one-yes-hint': {
    fr: 'Dites si c’est un fournisseur, un manufacturier, ou les deux.',
    en: 'Say whether it is a supplier, a manufacturer, or both.',
  },
  'type-unknown': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est pas un type de CI du profil`,
    en: `"${value}" is no CI type of the profile`,
  }),
  'type-unknown-hint': {
    fr: 'Écrivez un type qui existe dans Octopus, ou complétez types du profil.',
    en: 'Write a type that exists in Octopus, or complete types of the profile.',
  },
  'status-unknown': ({ value }: Seen): Text => ({
    fr: `« ${value} » n’est ni un état du profil ni un état connu d’Octopus`,
    en: `"${value}" is neither a status of the profile nor one that Octopus is known to have`,
  }),
  'status-unknown-hint': {
    fr: 'Écrivez un état qui existe dans Octopus, ou complétez statuses du profil.',
    en: 'Write a status that exists in Octopus, or complete statuses of the profile.',
  },
  'attribute-not-of-type': ({ value }: Seen): Text => ({
    fr: `le type « ${value} » n’a pas cet attribut selon le profil`,
    en: `by the profile the type "${value}" lacks this attribute`,
  }),
  'attribute-not-of-type-hint': {
    fr: 'Videz la cellule, ou ajoutez le type à types de cette colonne du profil.',
    en: 'Empty the cell, or add the type to types of this column in the profile.',
  },
  'reference-unknown': ({ value }: Seen): Text => ({
    fr: `le CI « ${value} » n’est pas dans ces fichiers`,
    en: `the CI "${value}" is not in these files`,
  }),
  'reference-unknown-hint': {
    fr: 'Rien, s’il existe déjà dans Octopus ; sinon la ligne sera refusée.',
    en: 'Nothing, if it already exists in Octopus; else the row will be refused.',
  },
} as const;
