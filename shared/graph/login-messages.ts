import type { Text } from '../text.ts';

/** What logging in to Microsoft Entra says. */
export const messages = {
  refused: (tenant: string, detail: string): Text => ({
    fr: `Microsoft Entra refuse l’application dans le locataire ${tenant} : ${detail}`,
    en: `Microsoft Entra refuses the application in the tenant ${tenant}: ${detail}`,
  }),
  passing: (detail: string): Text => ({
    fr: `Microsoft Entra ne répond pas pour le moment : ${detail}`,
    en: `Microsoft Entra does not answer for the moment: ${detail}`,
  }),
  passingHint: {
    fr: 'Relancez plus tard ; rien n’a été publié.',
    en: 'Run again later; nothing was published.',
  },
  notLogin: (host: string, status: number, contentType: string): Text => ({
    fr: `${host} a répondu autre chose que Microsoft Entra (${status}, ${contentType}).`,
    en: `${host} answered something that is not Microsoft Entra (${status}, ${contentType}).`,
  }),
  managedIdentityMissing: (detail: string): Text => ({
    fr: `Pas d’identité managée sur cette machine : ${detail}`,
    en: `No managed identity on this machine: ${detail}`,
  }),
  managedIdentityHint: {
    fr: 'Activez l’identité managée de la machine (Azure ou Azure Arc), ou choisissez login.kind: certificate.',
    en: 'Turn on the managed identity of the machine (Azure or Azure Arc), or choose login.kind: certificate.',
  },
  azureCliRefused: (detail: string): Text => ({
    fr: `La commande az n’a pas donné de jeton : ${detail}`,
    en: `The az command gave no token: ${detail}`,
  }),
  azureCliHint: {
    fr: 'Installez Azure CLI et faites az login avec le compte qui lance cette commande ; pour une tâche planifiée, choisissez login.kind: certificate.',
    en: 'Install Azure CLI and run az login with the account that runs this command; for a scheduled task, choose login.kind: certificate.',
  },
  otherHint: {
    fr: 'Cherchez ce numéro AADSTS sur login.microsoftonline.com/error, et donnez les identifiants ci-dessus au soutien de Microsoft.',
    en: 'Look this AADSTS number up on login.microsoftonline.com/error, and give the ids above to Microsoft’s support.',
  },
  secretInvalid: {
    fr: 'Il faut la valeur du secret, non son identifiant (le portail montre les deux) ; vérifiez aussi qu’elle n’a pas été tronquée et que le secret existe encore.',
    en: 'The value of the secret is needed, not its id (the portal shows both); check too that it was not cut short and that the secret still exists.',
  },
  secretExpired: {
    fr: 'Le secret est échu : créez-en un autre, ou passez à un certificat, puis mettez à jour ce que nomme login.secret.',
    en: 'The secret has expired: create another one, or change to a certificate, then update what login.secret names.',
  },
  applicationUnknown: {
    fr: 'Vérifiez login.clientId (« ID d’application ») et tenant ; une application d’un autre locataire ou d’un autre nuage doit d’abord y recevoir un consentement.',
    en: 'Check login.clientId (“Application ID”) and tenant; an application of another tenant or cloud needs consent there first.',
  },
  consentMissing: {
    fr: 'Accordez le consentement de l’administrateur à l’application dans ce locataire.',
    en: 'Grant admin consent to the application in this tenant.',
  },
  tenantUnknown: {
    fr: 'Vérifiez tenant (identifiant ou domaine) et cloud.',
    en: 'Check tenant (id or domain) and cloud.',
  },
  otherCloud: {
    fr: 'Ce locataire est dans un autre nuage : corrigez sources.intune.cloud.',
    en: 'This tenant is in another cloud: correct sources.intune.cloud.',
  },
  conditionalAccess: {
    fr: 'Une règle d’accès conditionnel bloque l’application : excluez-en le principal de service, ou autorisez l’adresse IP de sortie de cette machine.',
    en: 'A conditional access policy blocks the application: exclude its service principal, or allow the IP address this machine goes out with.',
  },
  securityPolicy: {
    fr: 'Une règle de sécurité du locataire bloque l’application : voyez avec l’équipe de sécurité.',
    en: 'A security policy of the tenant blocks the application: ask the security team.',
  },
  certificateUnknown: {
    fr: 'Téléversez le certificat public dans l’inscription de l’application, comparez les empreintes, et vérifiez qu’il n’est pas échu et que le fichier PEM contient sa clé privée.',
    en: 'Upload the public certificate to the app registration, compare the thumbprints, and check that it has not expired and that the PEM file holds its private key.',
  },
  clockWrong: {
    fr: 'Réglez l’horloge de cette machine : la demande signée n’est pas dans sa période de validité.',
    en: 'Set the clock of this machine: the signed request is outside its time of validity.',
  },
  applicationDisabled: {
    fr: 'Réactivez la connexion de l’application d’entreprise dans le locataire.',
    en: 'Enable sign-in of the enterprise application in the tenant again.',
  },
  incomplete: {
    fr: 'La demande ne portait ni secret ni certificat : vérifiez login.',
    en: 'The request carried neither secret nor certificate: check login.',
  },
  scopeWrong: {
    fr: 'L’adresse de Graph ne convient pas à ce nuage : vérifiez cloud et graphRoot.',
    en: 'The address of Graph does not fit this cloud: check cloud and graphRoot.',
  },
} as const;
