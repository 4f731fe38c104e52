import type { Text } from '../text.ts';

/** What SQL Server makes the run say. */
export const messages = {
  databaseRefused: (server: string, database: string): Text => ({
    fr: `${server} n’ouvre pas la base ${database} à ce compte.`,
    en: `${server} does not open the database ${database} to this account.`,
  }),
  databaseRefusedHint: (database: string): Text => ({
    fr: `Vérifiez sources.<source>.database (${database}), et créez un utilisateur pour ce compte dans la base.`,
    en: `Check sources.<source>.database (${database}), and create a user for this account in the database.`,
  }),
  loginRefused: (server: string): Text => ({
    fr: `${server} refuse la connexion du compte configuré.`,
    en: `${server} refuses the login of the configured account.`,
  }),
  loginRefusedHint: {
    fr: 'Vérifiez le compte, son mot de passe et son mode (SQL ou Windows) ; le journal de SQL Server dit pourquoi (erreur 18456, état).',
    en: 'Check the account, its password and its kind (SQL or Windows); the SQL Server log says why (error 18456, state).',
  },
  passwordExpired: (server: string): Text => ({
    fr: `${server} refuse la connexion : le mot de passe du compte est échu ou doit être changé.`,
    en: `${server} refuses the login: the password of the account has expired or must be changed.`,
  }),
  passwordExpiredHint: {
    fr: 'Faites changer le mot de passe du compte, puis mettez à jour le secret que nomme sources.<source>.login.password.',
    en: 'Have the password of the account changed, then update the secret that sources.<source>.login.password names.',
  },
  accountLocked: (server: string): Text => ({
    fr: `${server} refuse la connexion : le compte est désactivé ou verrouillé.`,
    en: `${server} refuses the login: the account is disabled or locked out.`,
  }),
  accountLockedHint: {
    fr: 'Faites réactiver ou déverrouiller le compte, et vérifiez qui d’autre s’en sert avec un ancien mot de passe.',
    en: 'Have the account enabled or unlocked, and check who else uses it with an old password.',
  },
  encryptionRefused: (server: string): Text => ({
    fr: `${server} n’accepte pas de chiffrer la connexion ; le mot de passe n’a pas été envoyé.`,
    en: `${server} does not agree to encrypt the connection; the password was not sent.`,
  }),
  encryptionRefusedHint: {
    fr: 'Installez un certificat sur SQL Server ; encryption: none n’est acceptable que sur un réseau de confiance.',
    en: 'Install a certificate on SQL Server; encryption: none is acceptable on a trusted wire only.',
  },
  certificateRefused: (server: string, detail: string): Text => ({
    fr: `Le certificat de ${server} n’est pas digne de confiance : ${detail}`,
    en: `The certificate of ${server} cannot be trusted: ${detail}`,
  }),
  certificateRefusedHint: {
    fr: 'Donnez le fichier PEM de votre autorité dans certificateAuthority.',
    en: 'Give your authority’s PEM file in certificateAuthority.',
  },
  certificateExpiredHint: {
    fr: 'Faites renouveler le certificat de SQL Server, et vérifiez l’horloge de cette machine.',
    en: 'Have the certificate of SQL Server renewed, and check the clock of this machine.',
  },
  certificateNameHint: {
    fr: 'Écrivez dans server un nom que porte le certificat, ou dans certificateName quand server doit rester tel quel.',
    en: 'Write a name that the certificate carries in server, or in certificateName when server must stay as it is.',
  },
  tlsRefused: (server: string, detail: string): Text => ({
    fr: `${server} et cet outil ne s’entendent sur aucun chiffrement TLS : ${detail}`,
    en: `${server} and this tool agree on no TLS encryption: ${detail}`,
  }),
  tlsRefusedHint: {
    fr: 'SQL Server doit offrir TLS 1.2 : installez sa mise à jour (2012, 2014) ou activez TLS 1.2 sur sa machine.',
    en: 'SQL Server must offer TLS 1.2: install its update (2012, 2014) or enable TLS 1.2 on its machine.',
  },
  unreachable: (server: string, detail: string): Text => ({
    fr: `${server} est injoignable : ${detail}`,
    en: `${server} cannot be reached: ${detail}`,
  }),
  unreachableHint: {
    fr: 'Vérifiez le nom, le port (1433 par défaut), le pare-feu, et que TCP/IP est activé sur SQL Server.',
    en: 'Check the name, the port (1433 by default), the firewall, and that TCP/IP is enabled on SQL Server.',
  },
  selectDenied: (origin: string, detail: string): Text => ({
    fr: `${origin} : lecture refusée : ${detail}`,
    en: `${origin}: reading was denied: ${detail}`,
  }),
  selectDeniedHint: (object: string): Text => ({
    fr: `Demandez à l’administrateur de la base : GRANT SELECT ON ${object} TO [compte];`,
    en: `Ask the database administrator for: GRANT SELECT ON ${object} TO [account];`,
  }),
  queryRefused: (origin: string, detail: string): Text => ({
    fr: `${origin} : la base ne comprend pas la requête : ${detail}`,
    en: `${origin}: the database does not understand the query: ${detail}`,
  }),
  queryRefusedHint: {
    fr: 'Corrigez le nom de la vue ou de la colonne dans ce fichier ; écrivez alias.Colonne pour que l’outil puisse vérifier avant d’envoyer.',
    en: 'Correct the view or column name in this file; write alias.Column so that the tool can check before it sends.',
  },
  queryInterrupted: (origin: string, detail: string): Text => ({
    fr: `${origin} : requête interrompue par le serveur : ${detail}`,
    en: `${origin}: the server interrupted the query: ${detail}`,
  }),
  queryInterruptedHint: {
    fr: 'La base était occupée ; relancez plus tard, hors des heures de maintenance.',
    en: 'The database was busy; run again later, outside its maintenance hours.',
  },
  connectionLost: (origin: string, detail: string): Text => ({
    fr: `${origin} : connexion perdue pendant la lecture : ${detail}`,
    en: `${origin}: the connection was lost while reading: ${detail}`,
  }),
  connectionLostHint: {
    fr: 'Vérifiez le réseau et la charge du serveur, puis relancez ; rien n’a été publié.',
    en: 'Check the network and the load of the server, then run again; nothing was published.',
  },
  queryFailed: (origin: string, detail: string): Text => ({
    fr: `${origin} : la requête a échoué : ${detail}`,
    en: `${origin}: the query failed: ${detail}`,
  }),
  queryFailedHint: {
    fr: 'Essayez la requête dans un client SQL avec le même compte ; rien n’a été publié.',
    en: 'Try the query in a SQL client with the same account; nothing was published.',
  },
  authorityUnreadable: (path: string): Text => ({
    fr: `Le certificat d’autorité ${path} ne peut pas être lu.`,
    en: `The authority certificate ${path} cannot be read.`,
  }),
  authorityUnreadableHint: {
    fr: 'Vérifiez sources.<source>.certificateAuthority : un fichier PEM, relatif au dossier de bridge.yaml.',
    en: 'Check sources.<source>.certificateAuthority: a PEM file, relative to the folder of bridge.yaml.',
  },
  readAgain: (origin: string, reason: Text): Text => ({
    fr: `${origin} : lecture reprise depuis le début. ${reason.fr}`,
    en: `${origin}: read again from its start. ${reason.en}`,
  }),
  givenUp: (attempts: number, reason: Text): Text => ({
    fr: `Abandon après ${attempts} essais. ${reason.fr}`,
    en: `Given up after ${attempts} attempts. ${reason.en}`,
  }),
  silent: (subject: string, seconds: number): Text => ({
    fr: `${subject} : aucune donnée depuis ${seconds} s.`,
    en: `${subject}: no data for ${seconds} s.`,
  }),
  unintelligible: (origin: string, detail: string): Text => ({
    fr: `${origin} : le serveur a envoyé des octets incompréhensibles : ${detail}`,
    en: `${origin}: the server sent bytes that make no sense: ${detail}`,
  }),
  unintelligibleHint: {
    fr: 'Vérifiez ce qui se trouve entre les deux machines (pare-feu, VPN, répartiteur) et que ce port est bien celui de SQL Server ; rien n’a été publié.',
    en: 'Check what stands between the two machines (firewall, VPN, balancer) and that this port is SQL Server’s; nothing was published.',
  },
  windowsDriverMissing: {
    fr: 'login: windows demande le module msnodesqlv8 (version 5), sur Windows.',
    en: 'login: windows needs the module msnodesqlv8 (version 5), on Windows.',
  },
  windowsDriverMissingHint: {
    fr: 'Sur Windows : npm install msnodesqlv8@5 dans le dossier de l’outil. Ailleurs, utilisez kind: ntlm ou kind: sql.',
    en: 'On Windows: npm install msnodesqlv8@5 in the tool’s folder. Elsewhere use kind: ntlm or kind: sql.',
  },
  driverChanged: {
    fr: 'Le pilote SQL ne permet plus de vérifier le chiffrement avant la connexion ; rien n’a été envoyé.',
    en: 'The SQL driver no longer lets encryption be checked before login; nothing was sent.',
  },
  driverChangedHint: {
    fr: 'Réinstallez l’outil avec npm ci, qui remet la version du pilote qui a été vérifiée.',
    en: 'Reinstall the tool with npm ci, which puts back the driver version that was verified.',
  },
} as const;
