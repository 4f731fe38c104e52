import type { Text } from '../text.ts';

/** What is said of the population of a site. */
export const messages = {
  conditionMissing: (names: readonly string[]): Text => ({
    fr: `une règle sans condition vaudrait pour tous les appareils ; donnez au moins une de : ${names.join(', ')}`,
    en: `a rule without a condition would hold for every device; give at least one of: ${names.join(', ')}`,
  }),
  nameTaken: (name: string): Text => ({
    fr: `« ${name} » compte déjà autre chose ; donnez un autre nom à cette règle`,
    en: `“${name}” counts something else already; give this rule another name`,
  }),
  daysDescend: (name: string, before: string): Text => ({
    fr: `${name} doit être plus grand que ${before}`,
    en: `${name} must be greater than ${before}`,
  }),
  onlyEmpty: (place: number, rule: string): Text => ({
    fr: `Aucun appareil ne correspond à la règle ${place} de rules.only (${rule}).`,
    en: `No device fits rule ${place} of rules.only (${rule}).`,
  }),
  onlyEmptyHint: {
    fr: 'Les appareils de cette règle passeraient pour disparus : les derniers fichiers restent. Corrigez la règle, ou donnez la source à laquelle elle se rapporte (source: …).',
    en: 'The devices of this rule would look gone: the last files stay. Correct the rule, or say which source it is about (source: …).',
  },
  withoutEffect: (name: string, rule: string): Text => ({
    fr: `La règle d’exclusion « ${name} » (${rule}) ne correspond à aucun appareil.`,
    en: `The exclusion rule “${name}” (${rule}) fits no device.`,
  }),
  clockUnknown: (count: number): Text => ({
    fr: `Appareils sans aucune des horloges de rules.staleness, gardés : ${count}.`,
    en: `Devices without any of the clocks of rules.staleness, kept: ${count}.`,
  }),
  clockAhead: (count: number, day: string): Text => ({
    fr: `Appareils dont une horloge avance de plus d’un jour sur la source (${day}) et ne compte pas : ${count}.`,
    en: `Devices with a clock that is more than a day ahead of the source (${day}) and does not count: ${count}.`,
  }),
} as const;
