import type { QueryFile } from '../sql/query-file.ts';
import type { Text } from '../text.ts';

/** What reading the sections says. */
export const messages = {
  baseMoved: (before: number, after: number): Text => ({
    fr: `La source a changé pendant la lecture : ${before} appareils au début, ${after} à la fin.`,
    en: `The source changed while it was read: ${before} devices at the start, ${after} at the end.`,
  }),
  sectionRetried: (file: QueryFile, reason: Text): Text => ({
    fr: `Section ${file.section} relue depuis le début : ${reason.fr}`,
    en: `Section ${file.section} read again from its start: ${reason.en}`,
  }),
  sectionFailed: (file: QueryFile, attempts: number, reason: Text): Text => ({
    fr: `Section ${file.section} abandonnée après ${attempts} lectures : ${reason.fr}`,
    en: `Section ${file.section} given up after ${attempts} readings: ${reason.en}`,
  }),
} as const;
