import type { Text } from '../text.ts';

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

/** What reading Microsoft Graph says. */
export const messages = {
  givenUp: (attempts: number, reason: Text): Text => ({
    fr: `Abandon après ${attempts} essai${attempts === 1 ? '' : 's'}. ${reason.fr}`,
    en: `Given up after ${attempts} attempt${attempts === 1 ? '' : 's'}. ${reason.en}`,
  }),
  silent: (subject: string, idleSeconds: number): Text => ({
    fr: `${subject} : aucune donnée depuis ${idleSeconds} s.`,
    en: `${subject}: no data for ${idleSeconds} s.`,
  }),
  broken: (subject: string, detail: string): Text => ({
    fr: `${subject} : la réponse est arrivée incomplète ou abîmée : ${detail}`,
    en: `${subject}: the answer arrived incomplete or damaged: ${detail}`,
  }),
  unreachable: (host: string, detail: string): Text => ({
    fr: `${host} est injoignable : ${detail}`,
    en: `${host} cannot be reached: ${detail}`,
  }),
  unreachableHint: {
    fr: 'Vérifiez l’accès de cette machine à Internet (port 443), le pare-feu, le DNS et le mandataire (HTTPS_PROXY ou sources.intune.proxy), puis relancez ; rien n’a été publié.',
    en: 'Check this machine’s way to the internet (port 443), firewall, DNS and proxy (HTTPS_PROXY or sources.intune.proxy), then run again; nothing was published.',
  },
  certificateRefused: (host: string, detail: string): Text => ({
    fr: `Le certificat de ${host} n’est pas digne de confiance : ${detail}`,
    en: `The certificate of ${host} cannot be trusted: ${detail}`,
  }),
  authorityHint: {
    fr: 'Si un mandataire inspecte le trafic, donnez le fichier PEM de son autorité dans sources.intune.certificateAuthority.',
    en: 'If a proxy inspects the traffic, give the PEM file of its authority in sources.intune.certificateAuthority.',
  },
  certificateExpiredHint: {
    fr: 'Vérifiez l’horloge de cette machine, puis le certificat du mandataire qui se trouve entre elle et Microsoft.',
    en: 'Check the clock of this machine, then the certificate of the proxy between it and Microsoft.',
  },
  tlsRefused: (host: string, detail: string): Text => ({
    fr: `${host} et cet outil ne s’entendent sur aucun chiffrement TLS : ${detail}`,
    en: `${host} and this tool agree on no TLS encryption: ${detail}`,
  }),
  proxyRefused: (host: string, status: string): Text => ({
    fr: `Le mandataire ne laisse pas passer vers ${host} (${status}).`,
    en: `The proxy does not let us through to ${host} (${status}).`,
  }),
  proxyHint: {
    fr: 'Quelque chose se trouve entre cette machine et Microsoft (mandataire, pare-feu, portail) : faites-y autoriser cette adresse, et vérifiez HTTPS_PROXY ou sources.intune.proxy.',
    en: 'Something stands between this machine and Microsoft (proxy, firewall, portal): have this address allowed there, and check HTTPS_PROXY or sources.intune.proxy.',
  },
  authorityUnreadable: (path: string): Text => ({
    fr: `Le certificat d’autorité ${path} ne peut pas être lu.`,
    en: `The authority certificate ${path} cannot be read.`,
  }),
  authorityUnreadableHint: {
    fr: 'Vérifiez sources.intune.certificateAuthority : un fichier PEM, relatif au dossier de bridge.yaml.',
    en: 'Check sources.intune.certificateAuthority: a PEM file, relative to the folder of bridge.yaml.',
  },
  busy: (path: string, status: number, retryAfter: number | null, told: string): Text => {
    const asked = retryAfter === null ? null : seconds(retryAfter);
    return {
      fr: `${path} : Graph est occupé (${status})${asked === null ? '' : ` et demande d’attendre ${asked} s`}. ${told}`.trim(),
      en: `${path}: Graph is busy (${status})${asked === null ? '' : ` and asks to wait ${asked} s`}. ${told}`.trim(),
    };
  },
  overloadedHint: {
    fr: 'Le service de Microsoft, ou ce qui se trouve sur le chemin, ne suffit pas à la demande : relancez plus tard ; rien n’a été publié.',
    en: 'The service of Microsoft, or something on the way to it, cannot keep up: run again later; nothing was published.',
  },
  throttledHint: {
    fr: 'La limite du locataire est partagée avec d’autres outils : relancez plus tard, à une heure où ils ne tournent pas ; rien n’a été publié.',
    en: 'The limit of the tenant is shared with other tools: run again later, at an hour when they do not run; nothing was published.',
  },
  notGraph: (host: string, status: number, contentType: string): Text => ({
    fr: `${host} a répondu autre chose que Graph (${status}, ${contentType}).`,
    en: `${host} answered something that is not Graph (${status}, ${contentType}).`,
  }),
  tokenRefused: (path: string, told: string): Text => ({
    fr: `${path} : Graph refuse le jeton, même renouvelé. ${told}`,
    en: `${path}: Graph refuses the token, a new one too. ${told}`,
  }),
  tokenRefusedHint: {
    fr: 'Vérifiez que l’application est encore activée et que cloud, authorityHost et graphRoot désignent le nuage du locataire.',
    en: 'Check that the application is still enabled, and that cloud, authorityHost and graphRoot name the cloud of the tenant.',
  },
  forbidden: (path: string, told: string): Text => ({
    fr: `${path} : Graph refuse la lecture. ${told}`,
    en: `${path}: Graph refuses to let this be read. ${told}`,
  }),
  forbiddenHint: (missing: string, roles: string): Text => ({
    fr: `Accordez à l’application l’autorisation d’application ${missing}, avec le consentement de l’administrateur. Le jeton porte : ${roles || 'aucune'}.`,
    en: `Grant the application permission ${missing} to the application, with admin consent. The token carries: ${roles || 'none'}.`,
  }),
  forbiddenThoughGrantedHint: (roles: string): Text => ({
    fr: `L’autorisation ne semble pas manquer (le jeton porte : ${roles || 'aucune'}) : vérifiez la licence Intune, l’accès conditionnel et l’état de l’application.`,
    en: `The permission does not seem to be missing (the token carries: ${roles || 'none'}): check the Intune licence, conditional access and the state of the application.`,
  }),
  notLicensed: (told: string): Text => ({
    fr: `Intune n’est pas en service dans ce locataire. ${told}`,
    en: `Intune is not in use in this tenant. ${told}`,
  }),
  notLicensedHint: {
    fr: 'Vérifiez sources.intune.tenant, la licence Intune du locataire, et que Intune y est l’autorité de gestion des appareils.',
    en: 'Check sources.intune.tenant, the tenant’s Intune licence, and that Intune is its device management authority.',
  },
  refused: (path: string, status: number, told: string): Text => ({
    fr: `${path} : Graph a répondu ${status}. ${told}`,
    en: `${path}: Graph answered ${status}. ${told}`,
  }),
  refusedHint: {
    fr: 'Relancez plus tard ; si cela persiste, donnez ces identifiants au soutien de Microsoft. Rien n’a été publié.',
    en: 'Run again later; if it persists, give these ids to Microsoft’s support. Nothing was published.',
  },
  notJson: (subject: string, detail: string): Text => ({
    fr: `${subject} : la réponse n’est pas le JSON attendu : ${detail}`,
    en: `${subject}: the answer is not the JSON that was expected: ${detail}`,
  }),
  notAPage: (path: string): Text => ({
    fr: `${path} : Graph a répondu autre chose qu’une page d’une collection.`,
    en: `${path}: Graph answered something that is not a page of a collection.`,
  }),
  foreignHost: (path: string, origin: string): Text => ({
    fr: `${path} : Graph renvoie à un autre serveur (${origin}) ; rien ne lui a été envoyé.`,
    en: `${path}: Graph points to another server (${origin}); nothing was sent to it.`,
  }),
  repeatedLink: (path: string): Text => ({
    fr: `${path} : Graph renvoie à une page déjà lue ; la collection ne finirait jamais.`,
    en: `${path}: Graph points to a page that was read already; the collection would never end.`,
  }),
  restarted: (path: string): Text => ({
    fr: `${path} : Graph a oublié où en était la lecture ; elle a repris à la première page.`,
    en: `${path}: Graph had forgotten where the reading was; it began again at the first page.`,
  }),
  missingAnswers: (path: string, count: number): Text => ({
    fr: `${path} : Graph a laissé des demandes du lot sans réponse (${count}).`,
    en: `${path}: Graph left requests of the batch without an answer (${count}).`,
  }),
  sentAgain: (count: number): Text => ({
    fr: `Microsoft Graph : demandes répétées, service occupé ou réseau (${count}).`,
    en: `Microsoft Graph: requests sent again, busy service or network (${count}).`,
  }),
} as const;
