import type { Text } from '../../shared/text.ts';

const page = 'docs/readback.md';

/** What keeps Octopus from being read, or a published file from being compared. */
export const messages = {
  refused: (place: string, status: number): Text => ({
    fr: `${place} : Octopus refuse l’accès (${status}).`,
    en: `${place}: Octopus refuses access (${status}).`,
  }),
  keyRefusedHint: {
    fr: 'Vérifiez la clé d’application que nomme octopusApi.applicationKey, et token.word ; une clé peut être échue ou révoquée.',
    en: 'Check the application key that octopusApi.applicationKey names, and token.word; a key may have expired or been revoked.',
  },
  tokenRefusedHint: {
    fr: 'Vérifiez token.header et token.scheme dans octopusApi, et que le compte de la clé peut ouvrir cette liste.',
    en: 'Check token.header and token.scheme in octopusApi, and that the account of the key may open this list.',
  },
  redirected: (place: string, origin: string): Text => ({
    fr: `${place} renvoie ${origin === '' ? 'ailleurs' : `à ${origin}`} ; la redirection n’a pas été suivie.`,
    en: `${place} redirects ${origin === '' ? 'elsewhere' : `to ${origin}`}; the redirection was not followed.`,
  }),
  redirectedHint: {
    fr: 'Donnez dans octopusApi.url l’adresse définitive ; un renvoi à une page de connexion veut dire que la clé d’application ne suffit pas (fédération).',
    en: 'Give the final address in octopusApi.url; a redirection to a sign-in page means that the application key is not enough (federation).',
  },
  status: (place: string, status: number): Text => ({
    fr: `${place} répond ${status}.`,
    en: `${place} answers ${status}.`,
  }),
  statusHint: (status: number): Text =>
    status === 429 || status >= 500
      ? {
          fr: 'Recommencez plus tard ; si cela dure, comparez l’appel avec celui du client Web (docs/readback.md).',
          en: 'Try again later; if it lasts, compare the call with that of the web client (docs/readback.md).',
        }
      : {
          fr: `Comparez url, les chemins et list.id avec l’appel du client Web, comme le montre ${page}.`,
          en: `Compare url, the paths and list.id with the call of the web client, as ${page} shows.`,
        },
  webPage: (place: string): Text => ({
    fr: `${place} répond une page Web au lieu de données.`,
    en: `${place} answers a web page instead of data.`,
  }),
  webPageHint: {
    fr: `C’est une page de connexion, ou un chemin qui n’existe pas : comparez url et les chemins avec l’appel du client Web (${page}).`,
    en: `It is a sign-in page, or a path that does not exist: compare url and the paths with the call of the web client (${page}).`,
  },
  notJson: (place: string): Text => ({
    fr: `${place} : la réponse est vide, coupée, ou n’est pas du JSON.`,
    en: `${place}: the answer is empty, cut short, or no JSON.`,
  }),
  notJsonHint: {
    fr: `Recommencez ; si cela dure, comparez l’appel avec celui du client Web (${page}).`,
    en: `Try again; if it lasts, compare the call with that of the web client (${page}).`,
  },
  tooLarge: (place: string, megabytes: number): Text => ({
    fr: `${place} : la réponse dépasse ${megabytes} Mo.`,
    en: `${place}: the answer is larger than ${megabytes} MB.`,
  }),
  tooLargeHint: {
    fr: 'Gardez dans la liste les seules colonnes à comparer, ou augmentez octopusApi.maxMegabytes.',
    en: 'Keep only the columns to compare in the list, or raise octopusApi.maxMegabytes.',
  },
  slow: (place: string, seconds: number): Text => ({
    fr: `${place} n’a pas fini de répondre en ${seconds} s.`,
    en: `${place} has not finished answering in ${seconds} s.`,
  }),
  slowHint: {
    fr: 'Recommencez à une heure calme, ou augmentez octopusApi.timeLimitSeconds.',
    en: 'Try again at a quiet hour, or raise octopusApi.timeLimitSeconds.',
  },
  cutOff: (place: string): Text => ({
    fr: `${place} : la connexion a été coupée au milieu de la réponse.`,
    en: `${place}: the connection was cut in the middle of the answer.`,
  }),
  cutOffHint: {
    fr: 'Recommencez ; si cela dure, vérifiez ce qui se trouve entre les deux machines (pare-feu, mandataire).',
    en: 'Try again; if it lasts, check what stands between the two machines (firewall, proxy).',
  },
  unreachable: (place: string, detail: string): Text => ({
    fr: `${place} est injoignable : ${detail}`,
    en: `${place} cannot be reached: ${detail}`,
  }),
  unreachableHint: {
    fr: 'Vérifiez octopusApi.url, le DNS et le pare-feu ; le mandataire du système n’est pas employé.',
    en: 'Check octopusApi.url, DNS and the firewall; the proxy of the system is not used.',
  },
  certificate: (place: string, detail: string): Text => ({
    fr: `${place} : le certificat n’est pas digne de confiance : ${detail}`,
    en: `${place}: the certificate cannot be trusted: ${detail}`,
  }),
  certificateHint: {
    fr: 'Donnez le fichier PEM de votre autorité dans octopusApi.certificateAuthority.',
    en: 'Give your authority’s PEM file in octopusApi.certificateAuthority.',
  },
  certificateExpiredHint: {
    fr: 'Faites renouveler le certificat du serveur, et vérifiez l’horloge de cette machine.',
    en: 'Have the certificate of the server renewed, and check the clock of this machine.',
  },
  certificateNameHint: {
    fr: 'Écrivez dans octopusApi.url un nom que porte le certificat.',
    en: 'Write a name that the certificate carries in octopusApi.url.',
  },
  unexpected: (place: string, setting: string, field: string, { fr, en }: Text): Text => ({
    fr: `${place} : rien d’utilisable à « ${field} » (octopusApi.${setting}) ; trouvé : ${fr}.`,
    en: `${place}: nothing usable at "${field}" (octopusApi.${setting}); found: ${en}.`,
  }),
  unexpectedHint: (setting: string): Text => ({
    fr: `Écrivez dans octopusApi.${setting} où cela se trouve dans la réponse, comme le montre ${page}.`,
    en: `Write in octopusApi.${setting} where it is in the answer, as ${page} shows.`,
  }),
  shapeList: (length: number): Text => ({
    fr: `une liste de ${length} éléments`,
    en: `a list of ${length} elements`,
  }),
  shapeListOf: (length: number, names: readonly string[]): Text => ({
    fr: `une liste de ${length} objets dont le premier a les champs ${names.join(', ') || '-'}`,
    en: `a list of ${length} objects, the first one with the fields ${names.join(', ') || '-'}`,
  }),
  shapeObject: (names: readonly string[]): Text => ({
    fr: `un objet qui a les champs ${names.join(', ') || '-'}`,
    en: `an object with the fields ${names.join(', ') || '-'}`,
  }),
  shapeValue: (kind: string): Text => ({
    fr: `une valeur seule (${kind})`,
    en: `a single value (${kind})`,
  }),
  listNotFound: (place: string, name: string, found: number, lists: number): Text => ({
    fr: `${place} : listes nommées « ${name} » : ${found}, parmi ${lists} ; il en faut une.`,
    en: `${place}: lists named "${name}": ${found}, among ${lists}; there must be one.`,
  }),
  listNotFoundHint: {
    fr: 'Vérifiez list.name et list.module, partagez la liste avec le compte de la clé, ou donnez list.id.',
    en: 'Check list.name and list.module, share the list with the account of the key, or give list.id.',
  },
  columnMissing: (place: string, column: string, { fr, en }: Text): Text => ({
    fr: `${place} : aucune ligne n’a de colonne « ${column} » ; trouvé : ${fr}.`,
    en: `${place}: no row has a column "${column}"; found: ${en}.`,
  }),
  columnMissingHint: {
    fr: 'Ajoutez la colonne à la liste dans Octopus, ou corrigez son nom dans octopusApi.columns.',
    en: 'Add the column to the list in Octopus, or correct its name in octopusApi.columns.',
  },
  incomplete: (place: string, rows: number, total: number): Text => ({
    fr: `${place} : ${rows} lignes reçues sur ${total} ; une partie ne prouve rien.`,
    en: `${place}: ${rows} rows received of ${total}; a part proves nothing.`,
  }),
  incompleteHint: {
    fr: `Demandez toutes les lignes dans octopusApi.list.body, comme le montre ${page}.`,
    en: `Ask for all rows in octopusApi.list.body, as ${page} shows.`,
  },
  notPublished: (path: string): Text => ({
    fr: `${path} n’est pas un fichier .xlsx ou .csv publié par bridge.`,
    en: `${path} is no .xlsx or .csv file that bridge published.`,
  }),
  manifestMissing: (path: string): Text => ({
    fr: `Le manifeste ${path} manque, ou ne décrit pas ce fichier.`,
    en: `The manifest ${path} is missing, or does not describe this file.`,
  }),
  fileChanged: (path: string): Text => ({
    fr: `${path} n’est plus le fichier qui a été publié.`,
    en: `${path} is no longer the file that was published.`,
  }),
  noItems: (path: string): Text => ({
    fr: `${path} n’a pas les colonnes du type et du nom d’un CI.`,
    en: `${path} does not have the columns for the type and name of a CI.`,
  }),
  publishedHint: {
    fr: 'Donnez le fichier de CI que bridge <source> --out a publié, ou publiez de nouveau.',
    en: 'Give the file of CIs that bridge <source> --out published, or publish again.',
  },
} as const;
