import type { Text } from '../text.ts';

/** What export reports say. */
export const messages = {
  columnsMissing: (report: string, columns: string): Text => ({
    fr: `Rapport ${report} : colonnes demandées et absentes, ou présentes deux fois : ${columns}`,
    en: `Report ${report}: columns that were asked for and did not come, or came twice: ${columns}`,
  }),
  columnsHint: {
    fr: 'Intune a changé ce rapport : mettez l’outil à jour, ou signalez ces colonnes. Rien n’a été publié.',
    en: 'Intune has changed this report: update the tool, or report these columns. Nothing was published.',
  },
  jobFailed: (report: string): Text => ({
    fr: `Rapport ${report} : Intune n’a pas pu le préparer.`,
    en: `Report ${report}: Intune could not prepare it.`,
  }),
  jobStuck: (report: string, minutes: number): Text => ({
    fr: `Rapport ${report} : toujours pas prêt après ${minutes} min.`,
    en: `Report ${report}: still not ready after ${minutes} min.`,
  }),
  jobUnreadable: (report: string): Text => ({
    fr: `Rapport ${report} : Intune n’a pas dit où le télécharger, ou pas sur HTTPS.`,
    en: `Report ${report}: Intune did not say where to download it, or not over HTTPS.`,
  }),
  jobHint: {
    fr: 'Relancez plus tard ; pour un très grand locataire, augmentez sources.intune.reportMinutes. Rien n’a été publié.',
    en: 'Run again later; for a very large tenant, raise sources.intune.reportMinutes. Nothing was published.',
  },
  downloadRefused: (report: string, host: string, status: number, code: string): Text => ({
    fr: `Rapport ${report} : ${host} refuse le téléchargement (${status} ${code}).`,
    en: `Report ${report}: ${host} refuses the download (${status} ${code}).`,
  }),
  downloadHint: {
    fr: 'Faites autoriser *.blob.core.windows.net (port 443) par le mandataire et le pare-feu, et vérifiez l’horloge de cette machine. Rien n’a été publié.',
    en: 'Have *.blob.core.windows.net (port 443) allowed by the proxy and the firewall, and check the clock of this machine. Nothing was published.',
  },
  spoiled: (report: string, detail: string): Text => ({
    fr: `Rapport ${report} : ce qui a été téléchargé est incomplet ou abîmé : ${detail}`,
    en: `Report ${report}: what was downloaded is incomplete or damaged: ${detail}`,
  }),
  notAReport: (report: string, detail: string): Text => ({
    fr: `Rapport ${report} : ce qui a été téléchargé n’est pas une archive d’un seul fichier CSV : ${detail}`,
    en: `Report ${report}: what was downloaded is not an archive of one CSV file: ${detail}`,
  }),
  tooBig: (report: string, gigabytes: number): Text => ({
    fr: `Rapport ${report} : il se décompresse en plus de ${gigabytes} Go.`,
    en: `Report ${report}: it unpacks to more than ${gigabytes} GB.`,
  }),
  tooBigHint: {
    fr: 'Si votre parc est vraiment aussi grand, augmentez sources.intune.reportGigabytes. Rien n’a été publié.',
    en: 'If your fleet is really that large, raise sources.intune.reportGigabytes. Nothing was published.',
  },
  readAgain: (reason: Text): Text => ({
    fr: `${reason.fr} Lecture reprise depuis le début.`,
    en: `${reason.en} Read again from its start.`,
  }),
  newJob: (reason: Text): Text => ({
    fr: `${reason.fr} Rapport demandé de nouveau.`,
    en: `${reason.en} The report was asked for again.`,
  }),
  givenUp: (jobs: number, reason: Text): Text => ({
    fr: `Abandon après ${jobs} demandes de rapport. ${reason.fr}`,
    en: `Given up after ${jobs} requests for the report. ${reason.en}`,
  }),
} as const;
