import type { Text } from '../../shared/text.ts';

/** What is said of the block `octopusApi`. */
export const messages = {
  addressForm: {
    fr: 'une adresse https sans compte, « ? » ni « # », par exemple https://octopus.exemple.ca ; http seulement pour localhost',
    en: 'an https address without account, "?" or "#", for instance https://octopus.example.org; http for localhost only',
  },
  pathForm: {
    fr: 'un chemin sous url, de lettres, chiffres, points, traits d’union, soulignements et barres obliques',
    en: 'a path below url, of letters, digits, dots, hyphens, underscores and slashes',
  },
  pathWithForm: (mark: string): Text => ({
    fr: `un chemin sous url qui contient ${mark}`,
    en: `a path below url that contains ${mark}`,
  }),
  fieldForm: {
    fr: 'des noms séparés par des points (data.rows), ou un seul point pour la réponse entière',
    en: 'names with dots between them (data.rows), or a single dot for the whole answer',
  },
  headerForm: {
    fr: 'un nom d’en-tête HTTP, par exemple Authorization',
    en: 'a name of an HTTP header, for instance Authorization',
  },
  schemeForm: {
    fr: 'un mot sans espace, par exemple Bearer ; vide pour le jeton seul',
    en: 'a word without spaces, for instance Bearer; empty for the token alone',
  },
  idOrName: {
    fr: 'nommez la liste par id ou par name : l’un des deux, pas les deux',
    en: 'name the list by id or by name: one of them, not both',
  },
} as const;
