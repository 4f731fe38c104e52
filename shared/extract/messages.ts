import type { Text } from '../text.ts';

/** What reading the sections says. */
export const messages = {
  baseMoved: (before: number, after: number): Text => ({
    fr: `La source a changé pendant la lecture : ${before} appareils au début, ${after} à la fin.`,
    en: `The source changed while it was read: ${before} devices at the start, ${after} at the end.`,
  }),
} as const;
