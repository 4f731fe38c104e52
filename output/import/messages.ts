import type { Text } from '../../shared/text.ts';

const again: Text = {
  fr: 'DataImporter ajoute ou met à jour : relancer la même commande ne double rien.',
  en: 'DataImporter adds or updates: running the same command again duplicates nothing.',
};

/** What checking the published files, running DataImporter and judging its log say. */
export const messages = {
  patternWrong: {
    fr: 'n’est pas une expression régulière (JavaScript, drapeaux « iu »)',
    en: 'is not a regular expression (JavaScript, flags "iu")',
  },
  patternWithoutGroup: {
    fr: 'ne capture aucun nombre ; entourez-le de parenthèses : « ajoutés : (\\d+) »',
    en: 'captures no number; put parentheses around it: "added: (\\d+)"',
  },
  notPublished: (path: string): Text => ({
    fr: `${path} n’existe pas, ou n’est pas un fichier .xlsx, .csv, .db, .sqlite ou .xml.`,
    en: `${path} does not exist, or is not an .xlsx, .csv, .db, .sqlite or .xml file.`,
  }),
  notPublishedHint: {
    fr: 'Donnez le fichier publié par « bridge <source> --out FICHIER », ou son XML.',
    en: 'Give the file that "bridge <source> --out FILE" published, or its XML.',
  },
  manifestMissing: (path: string): Text => ({
    fr: `Aucun manifeste valable : ${path}. Sans lui, l’exécution n’a pas eu lieu.`,
    en: `No valid manifest: ${path}. Without one the run never happened.`,
  }),
  manifestOther: (path: string, manifest: string): Text => ({
    fr: `Le manifeste ${manifest} ne décrit pas ${path}.`,
    en: `The manifest ${manifest} does not describe ${path}.`,
  }),
  configurationMissing: (path: string): Text => ({
    fr: `Le manifeste de ${path} ne nomme aucune configuration XML.`,
    en: `The manifest of ${path} names no XML configuration.`,
  }),
  incomplete: (path: string): Text => ({
    fr: `${path} vient d’une exécution limitée, qui n’a pas tout lu.`,
    en: `${path} comes from a limited run, which did not read everything.`,
  }),
  fileChanged: (path: string): Text => ({
    fr: `${path} n’est plus le fichier publié : il manque, ou son contenu a changé.`,
    en: `${path} is no longer the file that was published: it is missing, or its content has changed.`,
  }),
  schemaIniMissing: (path: string, file: string): Text => ({
    fr: `${path} ne décrit pas les colonnes de ${file} : le pilote de Microsoft devinerait des nombres et viderait des cellules.`,
    en: `${path} does not describe the columns of ${file}: Microsoft's driver would guess numbers and empty cells.`,
  }),
  publishAgainHint: {
    fr: 'Relancez l’extraction vers ce fichier, puis l’importation ; rien n’a été importé.',
    en: 'Run the extraction to this file again, then the import; nothing was imported.',
  },
  sample: (path: string): Text => ({
    fr: `${path} contient l’échantillon : ces machines inventées ne seront pas importées dans Octopus.`,
    en: `${path} holds the sample: these invented machines will not be imported into Octopus.`,
  }),
  sampleHint: {
    fr: 'Publiez la source réelle (« bridge <source> --out FICHIER » sans --sample) ; pour un essai, nommez dans dataImporter.program le programme d’un environnement de test.',
    en: 'Publish the real source ("bridge <source> --out FILE" without --sample); to try things out, name the program of a test environment in dataImporter.program.',
  },
  readsElsewhere: (xml: string, folder: string): Text => ({
    fr: `${xml} ne fait pas lire les fichiers publiés dans ${folder}.`,
    en: `${xml} does not make the importer read the files published in ${folder}.`,
  }),
  readsElsewhereHint: {
    fr: 'Nommez le fichier par le chemin donné à --out, ou écrivez dans dataImporter.folder le dossier tel que DataImporter le voit, puis publiez de nouveau.',
    en: 'Name the file by the path given to --out, or write the folder as DataImporter sees it in dataImporter.folder, then publish again.',
  },
  sourceUnknown: (name: string, names: readonly string[]): Text => ({
    fr: `dataImporter.specificSource nomme « ${name} » ; le fichier XML contient : ${names.join(', ')}.`,
    en: `dataImporter.specificSource names "${name}"; the XML file holds: ${names.join(', ')}.`,
  }),
  sourceUnknownHint: {
    fr: 'Corrigez dataImporter.specificSource, ou retirez-le pour importer toutes les sources.',
    en: 'Correct dataImporter.specificSource, or remove it to import every source.',
  },
  settingsMissing: (names: readonly string[]): Text => ({
    fr: `La configuration ne dit pas comment lancer DataImporter : ${names.join(', ')}.`,
    en: `The configuration does not say how to run DataImporter: ${names.join(', ')}.`,
  }),
  settingsMissingHint: {
    fr: 'Complétez le bloc dataImporter de bridge.yaml ; docs/import.md en donne un à copier.',
    en: 'Complete the block dataImporter of bridge.yaml; docs/import.md gives one to copy.',
  },
  programMissing: (path: string): Text => ({
    fr: `Le programme ${path} n’existe pas, ou ce compte ne le voit pas.`,
    en: `The program ${path} does not exist, or this account does not see it.`,
  }),
  programIsScript: (path: string): Text => ({
    fr: `${path} est un script : DataImporter est lancé directement, sans interpréteur de commandes.`,
    en: `${path} is a script: DataImporter is started directly, without a command interpreter.`,
  }),
  programHint: {
    fr: 'Nommez ESI.Octopus.DataImporterApp.exe dans dataImporter.program. %LOCALAPPDATA% dépend du compte : installez le client Octopus pour celui de la tâche planifiée.',
    en: 'Name ESI.Octopus.DataImporterApp.exe in dataImporter.program. %LOCALAPPDATA% depends on the account: install the Octopus client for that of the scheduled task.',
  },
  logFolderMissing: (path: string): Text => ({
    fr: `Le dossier du journal de DataImporter n’existe pas : ${path}.`,
    en: `The folder for DataImporter's log does not exist: ${path}.`,
  }),
  logFolderHint: {
    fr: 'Créez-le, ou retirez dataImporter.log.folder : chaque importation prend alors un dossier à elle.',
    en: 'Create it, or remove dataImporter.log.folder: each import then has a folder of its own.',
  },
  passwordUnusable: {
    fr: 'Le mot de passe de DataImporter contient un caractère de contrôle, par exemple une fin de ligne.',
    en: 'The password for DataImporter holds a control character, for example a line end.',
  },
  passwordUnusableHint: {
    fr: 'Enregistrez le secret sur une seule ligne, sans rien après.',
    en: 'Save the secret on a single line with nothing after it.',
  },
  programLocked: (program: string, pid: number): Text => ({
    fr: `Une autre importation (processus ${pid}) se sert de ${program}.`,
    en: `Another import (process ${pid}) is using ${program}.`,
  }),
  lockUnwritable: (path: string): Text => ({
    fr: `Le verrou des importations ${path} ne peut pas être écrit par ce compte.`,
    en: `The lock of imports ${path} cannot be written by this account.`,
  }),
  lockUnwritableHint: {
    fr: 'Une importation d’un autre compte y a été tuée. Si aucune n’est en cours, supprimez ce fichier en administrateur.',
    en: 'An import of another account was killed there. If none is in progress, delete this file as an administrator.',
  },
  spaces: (names: readonly string[]): Text => ({
    fr: `Chemin avec espaces dans ${names.join(', ')} : la documentation de DataImporter ne dit pas si c’est permis. En cas d’échec, employez des chemins sans espaces, ou dataImporter.quoting: value.`,
    en: `Path with spaces in ${names.join(', ')}: DataImporter's documentation does not say whether that is allowed. If it fails, use paths without spaces, or dataImporter.quoting: value.`,
  }),

  notStarted: (program: string, code: string): Text => ({
    fr: `${program} n’a pas pu être lancé (${code}) ; rien n’a été importé.`,
    en: `${program} could not be started (${code}); nothing was imported.`,
  }),
  timeLimit: (minutes: number): Text => ({
    fr: `DataImporter a été arrêté après ${minutes} min ; une partie des lignes peut être importée.`,
    en: `DataImporter was stopped after ${minutes} min; part of the rows may have been imported.`,
  }),
  timeLimitHint: {
    fr: `Voyez la fin du journal : le programme attendait peut-être une réponse à l’écran. Sinon, augmentez dataImporter.timeLimitMinutes. ${again.fr}`,
    en: `See the end of the log: the program may have been waiting for an answer on screen. Else raise dataImporter.timeLimitMinutes. ${again.en}`,
  },
  stillRuns: (pid: number): Text => ({
    fr: `DataImporter (processus ${pid}) n’a pas pu être arrêté et continue ; aucune importation ne commencera avant sa fin.`,
    en: `DataImporter (process ${pid}) could not be stopped and goes on; no import will start before it ends.`,
  }),
  interrupted: {
    fr: 'Interrompu pendant que DataImporter travaillait : une partie des lignes peut être importée.',
    en: 'Interrupted while DataImporter was at work: part of the rows may have been imported.',
  },
  interruptedHint: again,
  noLog: (ending: Text): Text => ({
    fr: `DataImporter (${ending.fr}) n’a laissé aucun journal : on ne sait pas ce qui a été importé.`,
    en: `DataImporter (${ending.en}) left no log: what was imported is not known.`,
  }),
  emptyLog: (ending: Text): Text => ({
    fr: `DataImporter (${ending.fr}) a laissé un journal vide : on ne sait pas ce qui a été importé.`,
    en: `DataImporter (${ending.en}) left an empty log: what was imported is not known.`,
  }),
  noLogHint: {
    fr: 'Vérifiez que le compte peut écrire dans le dossier du journal, et regardez s’il y a un DataImporter.log dans le dossier du programme ; au besoin, augmentez dataImporter.log.waitSeconds.',
    en: 'Check that the account may write to the folder of the log, and see whether there is a DataImporter.log in the folder of the program; raise dataImporter.log.waitSeconds if need be.',
  },
  errors: (count: number): Text => ({
    fr: `Le journal de DataImporter signale des erreurs (lignes : ${count}).`,
    en: `DataImporter's log reports errors (lines: ${count}).`,
  }),
  errorsCounted: (count: number): Text => ({
    fr: `Le journal de DataImporter compte ${count} enregistrements en erreur.`,
    en: `DataImporter's log counts ${count} records in error.`,
  }),
  errorsHint: {
    fr: `Corrigez dans Octopus, dans le profil ou dans la source ce que nomment ces lignes. Si ce ne sont pas des erreurs, adaptez dataImporter.patterns.error ou .harmless. ${again.fr}`,
    en: `Correct in Octopus, in the profile or in the source what these lines name. If they are no errors, adapt dataImporter.patterns.error or .harmless. ${again.en}`,
  },
  counts: {
    fr: 'Les nombres du journal ne sont pas ceux qui ont été envoyés.',
    en: 'The numbers in the log are not those that were sent.',
  },
  countsHint: {
    fr: `Comparez avec le journal gardé. S’il dit autre chose que le rapport, adaptez dataImporter.patterns.counters. ${again.fr}`,
    en: `Compare with the log that was kept. If it says something else than the report, adapt dataImporter.patterns.counters. ${again.en}`,
  },
  successMissing: (ending: Text): Text => ({
    fr: `Aucune ligne du journal ne correspond à dataImporter.patterns.success (${ending.fr}).`,
    en: `No line of the log matches dataImporter.patterns.success (${ending.en}).`,
  }),
  successMissingHint: {
    fr: `L’importation s’est sans doute arrêtée en chemin : voyez la fin du journal gardé. ${again.fr}`,
    en: `The import probably stopped on its way: see the end of the log that was kept. ${again.en}`,
  },
  badEnd: (ending: Text): Text => ({
    fr: `DataImporter s’est mal terminé (${ending.fr}), et son journal ne prouve pas une importation complète.`,
    en: `DataImporter ended badly (${ending.en}), and its log does not prove a complete import.`,
  }),
  badEndHint: {
    fr: `Voyez la fin du journal gardé et l’Observateur d’événements de Windows. ${again.fr}`,
    en: `See the end of the log that was kept, and the Windows Event Viewer. ${again.en}`,
  },
  changedMeanwhile: (path: string): Text => ({
    fr: `${path} a changé pendant l’importation : on ne sait pas quel contenu a été importé.`,
    en: `${path} changed during the import: which content was imported is not known.`,
  }),
  changedMeanwhileHint: {
    fr: 'Planifiez l’extraction et l’importation l’une après l’autre, avec le même dossier d’état, puis relancez les deux.',
    en: 'Schedule extraction and import one after the other, with the same state folder, then run both again.',
  },

  endedWith: (code: string): Text => ({ fr: `code de sortie ${code}`, en: `exit code ${code}` }),
  endedBy: (signal: string): Text => ({ fr: `tué par ${signal}`, en: `killed by ${signal}` }),
  endedUnknown: { fr: 'fin inconnue', en: 'end unknown' },

  unconfirmed: {
    fr: 'Le journal ne signale pas d’erreur, mais ne confirme pas non plus l’importation : aucune ligne de fin, aucun nombre reconnu. Comparez une fois dans Octopus, puis donnez les motifs de votre version dans dataImporter.patterns.',
    en: 'The log reports no error, but does not confirm the import either: no closing line, no number recognised. Compare once in Octopus, then give the patterns of your version in dataImporter.patterns.',
  },
  exitCodeIgnored: (ending: Text): Text => ({
    fr: `DataImporter s’est terminé avec ${ending.fr}, mais son journal prouve une importation complète.`,
    en: `DataImporter ended with ${ending.en}, but its log proves a complete import.`,
  }),
  warningsInLog: (count: number): Text => ({
    fr: `Le journal de DataImporter contient des avertissements (lignes : ${count}).`,
    en: `DataImporter's log holds warnings (lines: ${count}).`,
  }),
  severalLogs: (names: readonly string[]): Text => ({
    fr: `Plusieurs journaux sont apparus pendant l’importation ; tous ont été lus : ${names.join(', ')}.`,
    en: `Several logs appeared during the import; all were read: ${names.join(', ')}.`,
  }),
  unaccounted: (source: string, rows: number): Text => ({
    fr: `${source} : le journal ne dit pas ce que sont devenues ${rows} lignes.`,
    en: `${source}: the log does not say what became of ${rows} rows.`,
  }),
  logUnreadable: (folder: string, code: string): Text => ({
    fr: `Le journal de DataImporter dans ${folder} ne peut pas être lu (${code}).`,
    en: `DataImporter's log in ${folder} cannot be read (${code}).`,
  }),
  unverified: {
    fr: 'Les fichiers publiés n’ont pas pu être relus après l’importation : on ne sait pas s’ils ont changé entre-temps.',
    en: 'The published files could not be read again after the import: whether they changed meanwhile is not known.',
  },
  logNotKept: (path: string): Text => ({
    fr: `La copie du journal n’a pas pu être écrite : ${path}.`,
    en: `The copy of the log could not be written: ${path}.`,
  }),
  logCut: (megabytes: number): Text => ({
    fr: `Le journal est plus long que ${megabytes} Mo : la copie gardée est coupée ; tout a été lu.`,
    en: `The log is longer than ${megabytes} MB: the copy kept is cut; all of it was read.`,
  }),
} as const;
