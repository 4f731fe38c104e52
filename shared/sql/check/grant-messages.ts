import type { Text } from '../../text.ts';

/** Placeholder of the script; the administrator puts the real account there. */
const account = '[DOMAIN\\svc_bridge]';

/** The comments of the script that grants what a source needs. */
export const grantMessages = {
  title: (source: string): Text => ({
    fr: `Droits de la source ${source} d’octopus-bridge : lire ce que ses requêtes lisent, rien d’autre.`,
    en: `Rights for the source ${source} of octopus-bridge: to read what its queries read, nothing else.`,
  }),
  howTo: {
    fr: 'À exécuter dans la base, par un membre de db_owner ; l’exécuter de nouveau ne change rien.',
    en: 'Run it in the database, as a member of db_owner; running it again changes nothing.',
  },
  absent: {
    fr: 'Ce que cette base n’a pas est sauté : exécutez-le de nouveau quand elle l’a.',
    en: 'What this database does not have is skipped: run it again once it has it.',
  },
  checkNeeds: {
    fr: 'bridge check n’a besoin de rien de plus : INFORMATION_SCHEMA, sys.databases et les fonctions de droits répondent à tous.',
    en: 'bridge check needs nothing more: INFORMATION_SCHEMA, sys.databases and the functions about rights answer everybody.',
  },
  nameDatabase: {
    fr: 'Nommez la base, puis retirez les tirets.',
    en: 'Name the database, then remove the dashes.',
  },
  elsewhere: (object: string, section: string): Text => ({
    fr: `La requête ${section} lit aussi ${object}, hors de cette base : accordez-le là-bas.`,
    en: `The query ${section} also reads ${object}, outside this database: grant that over there.`,
  }),
  member: {
    fr: 'Le compte qui lit ; retirez les tirets et mettez son vrai nom.',
    en: 'The account that reads; remove the dashes and put its real name.',
  },
  memberStatements: {
    fr: `-- CREATE USER ${account} FOR LOGIN ${account};\n-- ALTER ROLE [octopus_bridge] ADD MEMBER ${account};`,
    en: `-- CREATE USER ${account} FOR LOGIN ${account};\n-- ALTER ROLE [octopus_bridge] ADD MEMBER ${account};`,
  },
} as const;
