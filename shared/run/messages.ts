import type { Text } from '../text.ts';

/** What the state folder, the run's store and its judge say. */
export const messages = {
  storeUnwritable: (folder: string): Text => ({
    fr: `La base de travail ne peut pas être créée dans ${folder}.`,
    en: `The working database cannot be created in ${folder}.`,
  }),
  storeUnwritableHint: {
    fr: 'Libérez de l’espace ou choisissez un autre dossier avec --state.',
    en: 'Free some space or choose another folder with --state.',
  },
  runAdopted: (runId: string): Text => ({
    fr: `L’exécution ${runId} a été coupée après sa publication ; le magasin la connaît maintenant.`,
    en: `Run ${runId} was cut off after it had published; the store knows it now.`,
  }),
  runNotAdopted: (runId: string): Text => ({
    fr: `L’exécution ${runId} a été coupée après sa publication, et ce qu’elle a laissé est illisible : le magasin reste une exécution en arrière, et celle-ci s’y compare.`,
    en: `Run ${runId} was cut off after it had published, and what it left cannot be read: the store stays one run behind, and this one is compared with that.`,
  }),
  stateUnwritable: (folder: string): Text => ({
    fr: `Le dossier d’état ${folder} ne peut pas être écrit.`,
    en: `The state folder ${folder} cannot be written.`,
  }),
  stateUnwritableHint: {
    fr: 'Donnez au compte le droit d’y écrire, ou choisissez un autre dossier avec --state.',
    en: 'Let the account write there, or choose another folder with --state.',
  },
  stateLocked: (folder: string, pid: number): Text => ({
    fr: `Une autre exécution (processus ${pid}) utilise le dossier d’état ${folder}.`,
    en: `Another run (process ${pid}) is using the state folder ${folder}.`,
  }),
  stateLockedHint: (lock: string): Text => ({
    fr: `Attendez sa fin. Si aucune exécution n’est en cours, supprimez ${lock}.`,
    en: `Wait until it ends. If no run is in progress, delete ${lock}.`,
  }),
  nothingToPublish: (read: number, excluded: number): Text => ({
    fr: `Rien à publier : ${read} appareils lus, ${excluded} exclus.`,
    en: `Nothing to publish: ${read} devices read, ${excluded} excluded.`,
  }),
  nothingToPublishHint: {
    fr: 'Un fichier vide retirerait tout le parc : les derniers fichiers restent. Vérifiez la base, les droits et la population configurée.',
    en: 'An empty file would retire the whole fleet: the last files stay. Check the database, the rights and the configured population.',
  },
} as const;
