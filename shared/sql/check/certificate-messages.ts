import type { Text } from '../../text.ts';

/** A certificate in a few words: who has it, who vouches for it, and the last day that it is valid. */
interface Shown {
  readonly subject: string;
  readonly issuer: string;
  readonly validUntil: string;
}

const who = ({ subject, issuer, validUntil }: Shown): Text => ({
  fr: `${subject}, émis par ${issuer}, valide jusqu’au ${validUntil}`,
  en: `${subject}, issued by ${issuer}, valid until ${validUntil}`,
});

/** What the certificate of a server makes a check say. */
export const certificateMessages = {
  trusted: (shown: Shown): Text => ({ fr: `${who(shown).fr}.`, en: `${who(shown).en}.` }),
  expiring: (shown: Shown, days: number): Text => ({
    fr: `Expire dans ${days} jours : ${who(shown).fr}.`,
    en: `Expires in ${days} days: ${who(shown).en}.`,
  }),
  expiringHint: {
    fr: 'Faites renouveler le certificat de SQL Server avant cette date ; après, aucune exécution ne pourra s’y connecter.',
    en: 'Have the certificate of SQL Server renewed before that date; after it no run can connect.',
  },
  expired: (shown: Shown): Text => ({
    fr: `Expiré, ou pas encore valide : ${who(shown).fr}.`,
    en: `Expired, or not valid yet: ${who(shown).en}.`,
  }),
  expiredHint: {
    fr: 'Faites renouveler le certificat de SQL Server, et vérifiez l’horloge de cette machine.',
    en: 'Have the certificate of SQL Server renewed, and check the clock of this machine.',
  },
  selfSigned: (shown: Shown): Text => ({
    fr: `Signé par lui-même, donc sans preuve : ${who(shown).fr}.`,
    en: `Signed by itself, so nothing proves it: ${who(shown).en}.`,
  }),
  selfSignedHint: {
    fr: 'Installez sur SQL Server un certificat de votre autorité ; en attendant, exportez celui-ci en PEM (Base64) et nommez le fichier dans certificateAuthority. Sur un réseau de confiance seulement : trustServerCertificate: true.',
    en: 'Install a certificate of your authority on SQL Server; meanwhile export this one as PEM (Base64) and name the file in certificateAuthority. On a trusted network only: trustServerCertificate: true.',
  },
  untrusted: (shown: Shown): Text => ({
    fr: `D’une autorité inconnue : ${who(shown).fr}.`,
    en: `From an unknown authority: ${who(shown).en}.`,
  }),
  untrustedHint: (issuer: string): Text => ({
    fr: `Exportez le certificat de l’autorité « ${issuer} » en PEM (Base64) et nommez le fichier dans certificateAuthority ; le magasin de Windows n’est pas lu.`,
    en: `Export the certificate of the authority "${issuer}" as PEM (Base64) and name the file in certificateAuthority; the store of Windows is not read.`,
  }),
  wrongName: (name: string, names: readonly string[], shown: Shown): Text => ({
    fr: `Pas au nom de ${name}, mais de ${names.join(', ') || shown.subject} (${who(shown).fr}).`,
    en: `Not for ${name}, but for ${names.join(', ') || shown.subject} (${who(shown).en}).`,
  }),
  wrongNameHint: {
    fr: 'Écrivez un de ces noms dans server, ou dans certificateName quand server doit rester tel quel.',
    en: 'Write one of these names in server, or in certificateName when server must stay as it is.',
  },
  refused: (fault: string, shown: Shown): Text => ({
    fr: `Refusé (${fault}) : ${who(shown).fr}.`,
    en: `Refused (${fault}): ${who(shown).en}.`,
  }),
  unproved: (shown: Shown): Text => ({
    fr: `Accepté sans preuve (trustServerCertificate: true) : ${who(shown).fr}.`,
    en: `Accepted without proof (trustServerCertificate: true): ${who(shown).en}.`,
  }),
  unprovedHint: {
    fr: 'La connexion est chiffrée, mais personne ne garantit à qui elle mène. Donnez certificateAuthority, puis retirez trustServerCertificate.',
    en: 'The connection is encrypted, but nothing proves where it leads. Give certificateAuthority, then remove trustServerCertificate.',
  },
} as const;
