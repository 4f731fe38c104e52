import type { Text } from '../shared/text.ts';

/** What the command that checks a source says. */
export const messages = {
  description: {
    fr: 'Vérifier une source : accès, certificat, droits, vues, couverture ; rien n’est écrit',
    en: 'Check a source: access, certificate, rights, views, coverage; nothing is written',
  },
  source: { fr: 'Source à vérifier', en: 'Source to check' },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant)',
    en: 'Configuration file (default: bridge.yaml of the working folder)',
  },
  json: { fr: 'Constats en un objet JSON', en: 'Findings as one JSON object' },
  grantScript: {
    fr: 'Afficher le script T-SQL qui accorde les droits nécessaires ; ne contacte rien',
    en: 'Print the T-SQL script that grants the rights needed; contacts nothing',
  },
  exampleCheck: {
    fr: 'la source décrite dans bridge.yaml',
    en: 'the source described in bridge.yaml',
  },
  exampleScript: {
    fr: 'le script à remettre à l’administrateur de la base',
    en: 'the script to hand to the database administrator',
  },
  scriptIsNoJson: {
    fr: '--grant-script et --json ne vont pas ensemble.',
    en: '--grant-script and --json do not go together.',
  },
  scriptIsNoJsonHint: {
    fr: 'Retirez --json : un script est du texte.',
    en: 'Remove --json: a script is text.',
  },
  scriptMissing: (source: string): Text => ({
    fr: `Les droits de la source ${source} ne s’accordent pas par un script.`,
    en: `The rights of the source ${source} are not granted by a script.`,
  }),
  scriptMissingHint: (source: string): Text => ({
    fr: `Voyez bridges/${source}/README.md, qui nomme les droits à demander.`,
    en: `See bridges/${source}/README.md, which names the rights to ask for.`,
  }),
  ok: { fr: '[ok]', en: '[ok]' },
  warning: { fr: '[attention]', en: '[warning]' },
  error: { fr: '[erreur]', en: '[error]' },
  pair: (subject: string, text: string): Text => ({ fr: `${subject} : ${text}`, en: `${subject}: ${text}` }),
  toDo: { fr: 'À faire :', en: 'What to do:' },
  works: (warnings: number): Text => ({
    fr: `Une extraction fonctionnerait. Erreurs : 0, avertissements : ${warnings}.`,
    en: `An extraction would work. Errors: 0, warnings: ${warnings}.`,
  }),
  fails: (errors: number, warnings: number, exitCode: number): Text => ({
    fr: `Une extraction échouerait (code de sortie ${exitCode}). Erreurs : ${errors}, avertissements : ${warnings}.`,
    en: `An extraction would fail (exit code ${exitCode}). Errors: ${errors}, warnings: ${warnings}.`,
  }),
} as const;
