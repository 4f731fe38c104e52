import type { Text } from '../../text.ts';

/** What each role allows, beyond reading the views. */
const roles: Readonly<Record<string, Text>> = {
  sysadmin: { fr: 'il peut tout faire sur ce serveur', en: 'it may do anything on this server' },
  db_owner: { fr: 'il peut tout changer dans cette base', en: 'it may change everything in this database' },
  db_datareader: {
    fr: 'il lit toutes les tables, celles qui gardent des secrets comprises',
    en: 'it reads every table, those that keep secrets included',
  },
  db_datawriter: { fr: 'il peut changer toutes les données', en: 'it may change all data' },
  db_ddladmin: {
    fr: 'il peut changer la structure de la base',
    en: 'it may change the structure of the database',
  },
  db_securityadmin: { fr: 'il peut se donner d’autres droits', en: 'it may give itself further rights' },
};
const server = new Set(['sysadmin']);
const nothing: Text = { fr: 'un rôle trop large', en: 'too broad a role' };

/** What the rights of an account make a check say. */
export const rightsMessages = {
  rights: { fr: 'droits', en: 'rights' },
  minimal: {
    fr: 'Rien de trop : aucun rôle large, aucun droit de modifier, aucune table de secrets.',
    en: 'Nothing too many: no broad role, no right to change anything, no table of secrets.',
  },
  role: (role: string): Text => ({
    fr: `Le compte est membre de ${role} : ${(roles[role] ?? nothing).fr}.`,
    en: `The account is a member of ${role}: ${(roles[role] ?? nothing).en}.`,
  }),
  roleHint: (role: string): Text => {
    const leave = `ALTER ${server.has(role) ? 'SERVER ' : ''}ROLE [${role}] DROP MEMBER [`;
    return {
      fr: `Exécutez le script de --grant-script, puis : ${leave}compte];`,
      en: `Run the script of --grant-script, then: ${leave}account];`,
    };
  },
  mayChange: (permissions: readonly string[]): Text => ({
    fr: `Le compte peut modifier la base entière : ${permissions.join(', ')}.`,
    en: `The account may change the whole database: ${permissions.join(', ')}.`,
  }),
  mayChangeHint: (permissions: readonly string[]): Text => ({
    fr: `Lire suffit : REVOKE ${permissions.join(', ')} FROM [compte]; ou retirez-le du rôle qui donne ce droit.`,
    en: `Reading is enough: REVOKE ${permissions.join(', ')} FROM [account]; or take it out of the role that gives this.`,
  }),
  mayReadSecrets: (tables: readonly string[]): Text => ({
    fr: `Le compte peut lire des secrets : ${tables.join(', ')}.`,
    en: `The account may read secrets: ${tables.join(', ')}.`,
  }),
  mayReadSecretsHint: {
    fr: 'Accordez les seules vues du script de --grant-script, et retirez le rôle ou le droit qui ouvre le reste.',
    en: 'Grant the views of the --grant-script script alone, and remove the role or the right that opens the rest.',
  },
} as const;
