import type { QueryFile } from '../sql/query-file.ts';
import type { Text } from '../text.ts';

/** What the spool and the join say. */
export const messages = {
  keyColumnMissing: (file: QueryFile, key: string): Text => ({
    fr: `${file.path} ne rend pas la colonne ${key}, qui relie les sections entre elles.`,
    en: `${file.path} does not return the column ${key}, which ties the sections together.`,
  }),
  keyInvalid: (file: QueryFile, key: string, row: number): Text => ({
    fr: `${file.path}, ligne de résultat ${row} : ${key} est vide ou n’est pas un nombre entier.`,
    en: `${file.path}, result row ${row}: ${key} is empty or not a whole number.`,
  }),
  keyColumnHint: (key: string): Text => ({
    fr: `Rendez l’identifiant de l’appareil sous le nom ${key}, jamais vide, dans chaque requête.`,
    en: `Return the device identifier as ${key}, never empty, in every query.`,
  }),
  unordered: (file: QueryFile, before: number, after: number): Text => ({
    fr: `${file.path} n’est pas triée : ${after} vient après ${before}.`,
    en: `${file.path} is not in order: ${after} comes after ${before}.`,
  }),
  unorderedHint: (key: string): Text => ({
    fr: `Terminez la requête par ORDER BY ${key} (croissant) ; la jointure lit chaque section une seule fois.`,
    en: `End the query with ORDER BY ${key} (ascending); the join reads every section once.`,
  }),
  duplicateKeys: (file: QueryFile, worst: readonly string[]): Text => ({
    fr: `${file.path} rend plusieurs lignes pour un même appareil :\n  ${worst.join('\n  ')}`,
    en: `${file.path} returns several rows for one device:\n  ${worst.join('\n  ')}`,
  }),
  duplicateKeysHint: (file: QueryFile): Text => ({
    fr: `La section ${file.section} décide des appareils : une seule ligne chacun. Déplacez la vue qui multiplie les lignes dans sa propre section.`,
    en: `Section ${file.section} decides which devices exist: one row each. Move the view that multiplies rows to a section of its own.`,
  }),
  duplicateKey: (key: number, rows: number, columns: readonly string[]): Text => ({
    fr: `${key} : ${rows} lignes, différentes par ${columns.join(', ') || 'aucune colonne'}`,
    en: `${key}: ${rows} rows, different in ${columns.join(', ') || 'no column'}`,
  }),
  spoolDamaged: (file: QueryFile, expected: number, found: number): Text => ({
    fr: `La copie locale de la section ${file.section} a ${found} lignes au lieu de ${expected}.`,
    en: `The local copy of section ${file.section} has ${found} rows instead of ${expected}.`,
  }),
  spoolDamagedHint: {
    fr: 'Un autre programme a touché au dossier d’état pendant l’exécution ; excluez-le de l’antivirus, puis relancez.',
    en: 'Another program touched the state folder during the run; exclude it from the antivirus, then run again.',
  },
  spoolUnwritable: (path: string): Text => ({
    fr: `La copie de travail ${path} ne peut pas être écrite.`,
    en: `The working copy ${path} cannot be written.`,
  }),
  spoolUnwritableHint: {
    fr: 'Libérez de l’espace ou choisissez un autre dossier avec --state ; rien n’a été publié.',
    en: 'Free some space or choose another folder with --state; nothing was published.',
  },
  rowsOrphan: (section: string, rows: number): Text => ({
    fr: `Section ${section} : lignes d’appareils inconnus, ignorées : ${rows}.`,
    en: `Section ${section}: rows of unknown devices, dropped: ${rows}.`,
  }),
  rowsExtra: (section: string, rows: number): Text => ({
    fr: `Section ${section} : lignes de trop pour un même appareil, ignorées (la première compte) : ${rows}.`,
    en: `Section ${section}: further rows for the same device, dropped (the first counts): ${rows}.`,
  }),
  cellsUnreadable: (section: string, column: string, cells: number): Text => ({
    fr: `Section ${section}, colonne ${column} : valeurs d’un autre genre, laissées vides : ${cells}.`,
    en: `Section ${section}, column ${column}: values of another kind, left empty: ${cells}.`,
  }),
  columnsIgnored: (section: string, columns: readonly string[]): Text => ({
    fr: `Section ${section} : colonnes non rendues par la requête, laissées vides : ${columns.join(', ')}.`,
    en: `Section ${section}: columns that the query does not return, left empty: ${columns.join(', ')}.`,
  }),
} as const;
