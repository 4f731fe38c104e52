import type { Text } from '../text.ts';

/** What is said of the certificate that an application logs in with. */
export const messages = {
  unreadable: (path: string): Text => ({
    fr: `Le certificat ${path} ne peut pas être lu.`,
    en: `The certificate ${path} cannot be read.`,
  }),
  unreadableHint: {
    fr: 'Vérifiez login.certificate : un fichier PEM, relatif au dossier de bridge.yaml, lisible par le compte de la tâche.',
    en: 'Check login.certificate: a PEM file, relative to the folder of bridge.yaml, readable by the account of the task.',
  },
  notPem: (path: string): Text => ({
    fr: `${path} est un fichier binaire (PFX) ; il faut un fichier PEM avec le certificat et sa clé privée.`,
    en: `${path} is a binary file (PFX); a PEM file with the certificate and its private key is needed.`,
  }),
  certificateOnly: (path: string): Text => ({
    fr: `${path} est un certificat seul, en binaire (DER) ; il faut un fichier PEM avec le certificat et sa clé privée.`,
    en: `${path} is a certificate alone, in binary (DER); a PEM file with the certificate and its private key is needed.`,
  }),
  convertHint: (pfx: string, pem: string): Text => ({
    fr: `Exportez le certificat avec sa clé privée (PFX), puis convertissez-le avec OpenSSL, fourni avec Git pour Windows : openssl pkcs12 -in "${pfx}" -out "${pem}" -nodes. Protégez ce fichier par les droits NTFS.`,
    en: `Export the certificate with its private key (PFX), then convert it with OpenSSL, which comes with Git for Windows: openssl pkcs12 -in "${pfx}" -out "${pem}" -nodes. Protect that file with NTFS rights.`,
  }),
  incomplete: (path: string, hasCertificate: boolean, hasKey: boolean): Text => ({
    fr: `${path} : il y manque ${hasCertificate ? '' : 'le certificat'}${!hasCertificate && !hasKey ? ' et ' : ''}${hasKey ? '' : 'la clé privée'}.`,
    en: `${path}: it lacks ${hasCertificate ? '' : 'the certificate'}${!hasCertificate && !hasKey ? ' and ' : ''}${hasKey ? '' : 'the private key'}.`,
  }),
  incompleteHint: {
    fr: 'Mettez les deux dans le même fichier PEM : -----BEGIN CERTIFICATE----- et -----BEGIN PRIVATE KEY-----.',
    en: 'Put both into the same PEM file: -----BEGIN CERTIFICATE----- and -----BEGIN PRIVATE KEY-----.',
  },
  keyClosed: (path: string): Text => ({
    fr: `${path} : la clé privée ne s’ouvre pas.`,
    en: `${path}: the private key does not open.`,
  }),
  keyClosedHint: {
    fr: 'Si elle est chiffrée, nommez son mot de passe dans login.password ; sinon, refaites la conversion.',
    en: 'If it is encrypted, name its password in login.password; otherwise convert the file again.',
  },
  keyOfAnother: (path: string): Text => ({
    fr: `${path} : la clé privée n’est pas celle du premier certificat.`,
    en: `${path}: the private key is not the one of the first certificate.`,
  }),
} as const;
