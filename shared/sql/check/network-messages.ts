import type { Text } from '../../text.ts';

const list = (items: readonly string[]) => items.join(', ');

/** What the way to a SQL Server makes a check say: name, port, encryption, certificate. */
export const networkMessages = {
  name: { fr: 'nom', en: 'name' },
  port: { fr: 'port', en: 'port' },
  encryption: { fr: 'chiffrement', en: 'encryption' },
  certificate: { fr: 'certificat', en: 'certificate' },
  nameKnown: (server: string, addresses: readonly string[]): Text => ({
    fr: `${server} a l’adresse ${list(addresses)}.`,
    en: `${server} has the address ${list(addresses)}.`,
  }),
  nameUnknown: (server: string, reason: Text): Text => ({
    fr: `${server} n’a pas d’adresse (${reason.fr}).`,
    en: `${server} has no address (${reason.en}).`,
  }),
  nameUnknownHint: {
    fr: 'Vérifiez sources.<source>.server et le DNS de cette machine. Le nom seul : l’instance va dans instance, le port dans port.',
    en: 'Check sources.<source>.server and the DNS of this machine. The name alone: the instance goes into instance, the port into port.',
  },
  instanceUnknown: (instance: string, reason: Text): Text => ({
    fr: `SQL Server Browser ne donne pas le port de l’instance ${instance} (${reason.fr}).`,
    en: `SQL Server Browser does not give the port of the instance ${instance} (${reason.en}).`,
  }),
  instanceWithoutPort: { fr: 'elle n’écoute pas sur TCP/IP', en: 'it does not listen on TCP/IP' },
  instanceUnknownHint: {
    fr: 'Démarrez le service SQL Server Browser et ouvrez UDP 1434, ou remplacez instance par le port de l’instance.',
    en: 'Start the SQL Server Browser service and open UDP 1434, or replace instance by the port of the instance.',
  },
  portOpen: (port: number): Text => ({
    fr: `Le port ${port} accepte les connexions.`,
    en: `Port ${port} accepts connections.`,
  }),
  portClosed: (port: number, reason: Text): Text => ({
    fr: `Le port ${port} est fermé (${reason.fr}).`,
    en: `Port ${port} is closed (${reason.en}).`,
  }),
  portClosedHint: {
    fr: 'La machine répond, mais aucun programme n’écoute : vérifiez le port, le service SQL Server, et que TCP/IP y est activé.',
    en: 'The machine answers, but no program listens: check the port, the SQL Server service, and that TCP/IP is enabled for it.',
  },
  portSilent: (port: number, reason: Text): Text => ({
    fr: `Le port ${port} ne répond pas (${reason.fr}).`,
    en: `Port ${port} does not answer (${reason.en}).`,
  }),
  portSilentHint: {
    fr: 'Vérifiez le port, la route, et les pare-feu entre cette machine et le serveur.',
    en: 'Check the port, the route, and the firewalls between this machine and the server.',
  },
  noAnswer: (seconds: number): Text => ({
    fr: `aucune réponse en ${seconds} s`,
    en: `no answer within ${seconds} s`,
  }),
  serverSilent: (port: number, seconds: number): Text => ({
    fr: `Le port ${port} accepte la connexion, puis se tait (${seconds} s).`,
    en: `Port ${port} accepts the connection, then says nothing (${seconds} s).`,
  }),
  serverSilentHint: {
    fr: 'Le serveur est saturé, ou un pare-feu ou un mandataire garde la connexion : vérifiez que ce port est celui de SQL Server.',
    en: 'The server is overloaded, or a firewall or proxy keeps the connection: check that this port is SQL Server’s.',
  },
  encryptionNone: {
    fr: 'Pas de chiffrement (encryption: none) : le mot de passe et les données circulent en clair.',
    en: 'No encryption (encryption: none): the password and the data travel in clear.',
  },
  encryptionNoneHint: {
    fr: 'Installez un certificat sur SQL Server, puis retirez encryption: none de la configuration.',
    en: 'Install a certificate on SQL Server, then remove encryption: none from the configuration.',
  },
  certificateUnread: (reason: Text): Text => ({
    fr: `Le certificat n’a pas pu être lu (${reason.fr}).`,
    en: `The certificate could not be read (${reason.en}).`,
  }),
  certificateUnreadHint: {
    fr: 'La connexion, plus bas, dira si elle est possible. Un serveur qui impose TDS 8.0 demande encryption: strict ; un plus ancien que 2022 la refuse.',
    en: 'The login, below, tells whether it is possible. A server that insists on TDS 8.0 needs encryption: strict; one older than 2022 refuses it.',
  },
  windowsDecides: {
    fr: 'Le pilote de Windows suit ses propres règles (autorités et réseau de Windows) ; la connexion, plus bas, tranche.',
    en: 'The Windows driver follows rules of its own (the authorities and network of Windows); the login, below, decides.',
  },
} as const;
