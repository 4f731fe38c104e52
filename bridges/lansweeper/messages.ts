import type { Text } from '../../shared/text.ts';

const list = (labels: readonly string[], open: string, close: string) =>
  labels.map((label) => `${open}${label}${close}`).join(', ');
const inFrench = (labels: readonly string[]) => list(labels, '« ', ' »');
const inEnglish = (labels: readonly string[]) => list(labels, '"', '"');

/** What the LanSweeper bridge says. */
export const messages = {
  title: { fr: 'LanSweeper', en: 'LanSweeper' },
  collect: {
    fr: 'Activez cet élément dans les paramètres d’analyse de LanSweeper',
    en: 'Enable this item in the scanning settings of LanSweeper',
  },
  site: (name: string, version: string, types: string, states: string): Text => ({
    fr: `${name} · ${version} · types : ${types} · états : ${states}`,
    en: `${name} · ${version} · types: ${types} · states: ${states}`,
  }),
  labelMissing: (labels: readonly string[]): Text => ({
    fr: `Aucun champ personnalisé ne porte plus ces libellés : ${inFrench(labels)}. Ce qu’ils remplissaient reste vide.`,
    en: `No custom field has these labels any more: ${inEnglish(labels)}. What they filled stays empty.`,
  }),
  labelMissingHint: {
    fr: 'Écrivez le libellé actuel sous rules.lansweeper.customFields, ou retirez l’entrée.',
    en: 'Write the present label under rules.lansweeper.customFields, or remove the entry.',
  },
} as const;
