import type { Text } from '../../../shared/text.ts';

/** What checking Intune says. */
export const messages = {
  credential: { fr: 'secret', en: 'credential' },
  loginService: { fr: 'Microsoft Entra', en: 'Microsoft Entra' },
  graph: { fr: 'Microsoft Graph', en: 'Microsoft Graph' },
  clock: { fr: 'horloge', en: 'clock' },
  login: { fr: 'connexion', en: 'login' },
  permissions: { fr: 'autorisations', en: 'permissions' },
  authority: { fr: 'autorité de gestion', en: 'authority' },
  devices: { fr: 'appareils', en: 'devices' },
  list: { fr: 'liste', en: 'list' },
  details: { fr: 'détails', en: 'details' },
  report: { fr: 'rapport', en: 'report' },
  secretUnread: {
    fr: 'L’échéance d’un secret ne se lit pas sans l’autorisation Application.Read.All, qui ouvrirait trop : notez-la dans un calendrier, ou passez à un certificat, que cette vérification surveille.',
    en: 'When a secret expires cannot be read without the permission Application.Read.All, which would open too much: note the day in a calendar, or change to a certificate, which this check watches.',
  },
  certificateValid: (until: string, days: number): Text => ({
    fr: `Le certificat de l’application est valide jusqu’au ${until} (encore ${days} jours).`,
    en: `The certificate of the application is valid until ${until} (${days} more days).`,
  }),
  certificateInvalid: (from: string, until: string): Text => ({
    fr: `Le certificat de l’application n’est pas valide aujourd’hui : il l’est du ${from} au ${until}.`,
    en: `The certificate of the application is not valid today: it is from ${from} to ${until}.`,
  }),
  certificateHint: {
    fr: 'Créez un nouveau certificat, téléversez sa partie publique dans l’inscription de l’application, puis remplacez le fichier PEM ; l’ancien peut rester inscrit jusque-là.',
    en: 'Create a new certificate, upload its public part to the app registration, then replace the PEM file; the old one may stay registered until then.',
  },
  reached: (host: string): Text => ({ fr: `${host} répond.`, en: `${host} answers.` }),
  clockRight: {
    fr: 'L’horloge de cette machine est juste.',
    en: 'The clock of this machine is right.',
  },
  clockWrong: (seconds: number): Text => ({
    fr: `L’horloge de cette machine ${seconds > 0 ? 'avance' : 'retarde'} de ${Math.abs(seconds)} s.`,
    en: `The clock of this machine is ${Math.abs(seconds)} s ${seconds > 0 ? 'fast' : 'slow'}.`,
  }),
  clockWrongHint: {
    fr: 'Réglez-la (w32tm /resync) : au-delà de cinq minutes, Microsoft Entra refuse les demandes signées.',
    en: 'Set it (w32tm /resync): beyond five minutes Microsoft Entra refuses signed requests.',
  },
  loggedIn: {
    fr: 'Microsoft Entra a donné un jeton à l’application.',
    en: 'Microsoft Entra gave the application a token.',
  },
  permissionsUnread: {
    fr: 'Le jeton est celui d’une personne (az) : ses droits ne s’y lisent pas.',
    en: 'The token is a person’s (az): its rights cannot be read in it.',
  },
  permissionsSuffice: (needed: string): Text => ({
    fr: `${needed} est accordée.`,
    en: `${needed} is granted.`,
  }),
  permissionMissing: (needed: string, permissions: readonly string[]): Text => ({
    fr: `Il manque ${needed}. Le jeton porte : ${permissions.join(', ') || 'aucune autorisation'}.`,
    en: `${needed} is missing. The token carries: ${permissions.join(', ') || 'no permission'}.`,
  }),
  permissionMissingHint: (needed: string): Text => ({
    fr: `Ajoutez à l’application l’autorisation d’application (non déléguée) ${needed}, puis « Accorder un consentement d’administrateur » ; un nouveau jeton la porte après quelques minutes.`,
    en: `Add the application permission (not the delegated one) ${needed} to the application, then “Grant admin consent”; a new token carries it after some minutes.`,
  }),
  permissionDangerous: (permissions: readonly string[]): Text => ({
    fr: `L’application peut bien plus que lire l’inventaire : ${permissions.join(', ')}.`,
    en: `The application may do far more than read the inventory: ${permissions.join(', ')}.`,
  }),
  permissionNeedless: (permissions: readonly string[]): Text => ({
    fr: `L’application a des autorisations dont la lecture n’a pas besoin : ${permissions.join(', ')}.`,
    en: `The application has permissions that reading does not need: ${permissions.join(', ')}.`,
  }),
  permissionExcessHint: (needed: string): Text => ({
    fr: `Retirez-les, ou donnez au pont une application à lui : ${needed} lui suffit.`,
    en: `Remove them, or give the bridge an application of its own: ${needed} is enough for it.`,
  }),
  authorityIntune: {
    fr: 'Intune est l’autorité de gestion des appareils.',
    en: 'Intune is the device management authority.',
  },
  authorityOther: (authority: string): Text => ({
    fr: `L’autorité de gestion des appareils est « ${authority} » : Intune peut n’avoir qu’une partie du parc.`,
    en: `The device management authority is "${authority}": Intune may have a part of the fleet only.`,
  }),
  authorityOtherHint: {
    fr: 'Vérifiez dans le centre d’administration Intune, Administration du locataire, État du locataire.',
    en: 'Check in the Intune admin center, Tenant administration, Tenant status.',
  },
  authorityUnread: (reason: Text): Text => ({
    fr: `L’autorité de gestion n’a pas pu être lue ; une extraction n’en a pas besoin. ${reason.fr}`,
    en: `The management authority could not be read; an extraction does not need it. ${reason.en}`,
  }),
  authorityUntold: {
    fr: 'Graph ne dit pas qui gère les appareils ; une extraction n’en a pas besoin.',
    en: 'Graph does not say who manages devices; an extraction does not need it.',
  },
  deviceCount: (count: number): Text => ({
    fr: `Intune compte ${count} appareils inscrits.`,
    en: `Intune counts ${count} enrolled devices.`,
  }),
  noDevices: { fr: 'Intune ne compte aucun appareil inscrit.', en: 'Intune counts no enrolled device.' },
  noDevicesHint: {
    fr: 'Vérifiez sources.intune.tenant : une extraction n’aurait rien à publier.',
    en: 'Check sources.intune.tenant: an extraction would have nothing to publish.',
  },
  listReadable: { fr: 'La liste des appareils se lit.', en: 'The list of devices can be read.' },
  detailsReadable: {
    fr: 'Les détails d’un appareil se lisent (bêta).',
    en: 'The details of a device can be read (beta).',
  },
  reportRead: (rows: number, users: number): Text => ({
    fr: `DevicesWithInventory : ${rows} appareils, dont ${users} avec un utilisateur principal.`,
    en: `DevicesWithInventory: ${rows} devices, ${users} of them with a primary user.`,
  }),
  againHint: {
    fr: 'Rien à faire si cela reste rare ; sinon, planifiez à une heure où d’autres outils ne lisent pas le locataire.',
    en: 'Nothing to do if it stays rare; otherwise schedule it at an hour when no other tool reads the tenant.',
  },
} as const;
