import type { Text } from '../text.ts';
import type { Alarm } from './guard.ts';

/** How many alarms a message names; the largest first. */
const named = 5;

const kinds: Record<Alarm['kind'], Text> = {
  missing: { fr: 'disparus', en: 'gone' },
  retired: { fr: 'à retirer', en: 'to retire' },
  created: { fr: 'nouveaux', en: 'new' },
  changed: { fr: 'changés', en: 'changed' },
  emptied: { fr: 'devenus vides', en: 'gone blank' },
};
const scopes: Record<Alarm['scope'], Text> = {
  all: { fr: 'en tout', en: 'in all' },
  class: { fr: 'classe', en: 'class' },
  place: { fr: 'site', en: 'site' },
  header: { fr: 'colonne', en: 'column' },
};

/** One alarm: where, how many of how many, and what became of them. */
export function alarmText({ kind, scope, subject, before, count }: Alarm): Text {
  const where = (language: 'fr' | 'en') => [scopes[scope][language], subject].filter(Boolean).join(' ');
  return {
    fr: `${where('fr')} : ${count} sur ${before} ${kinds[kind].fr}`,
    en: `${where('en')}: ${count} of ${before} ${kinds[kind].en}`,
  };
}

function list(alarms: readonly Alarm[], language: 'fr' | 'en'): string {
  const largest = alarms.toSorted((a, b) => b.count / b.before - a.count / a.before).slice(0, named);
  const parts = largest.map((alarm) => alarmText(alarm)[language]);
  const more = alarms.length - largest.length;
  return [...parts, ...(more > 0 ? [language === 'fr' ? `et ${more} autres` : `and ${more} more`] : [])].join(
    '; ',
  );
}

/** What the guard says. */
export const messages = {
  refused: (alarms: readonly Alarm[]): Text => ({
    fr: `Trop de différences avec la dernière publication pour être vraies : ${list(alarms, 'fr')}. Rien n’a été publié.`,
    en: `Too different from what was last published to be true: ${list(alarms, 'en')}. Nothing was published.`,
  }),
  refusedHint: {
    fr: 'Vérifiez la source (bridge check) et la population. Si c’est bien ainsi, relancez une fois avec --accept-drop ; rules.guard règle les seuils.',
    en: 'Check the source (bridge check) and the population. If it is right, run once with --accept-drop; rules.guard sets the thresholds.',
  },
  storeBehind: (path: string, reason: string): Text => ({
    fr: `Les fichiers sont publiés, mais le magasin ${path} n’a pas pu être écrit (${reason}) : la prochaine exécution le complète.`,
    en: `The files are published, but the store ${path} could not be written (${reason}): the next run completes it.`,
  }),
  accepted: (alarms: readonly Alarm[]): Text => ({
    fr: `Différences acceptées par --accept-drop : ${list(alarms, 'fr')}.`,
    en: `Differences accepted by --accept-drop: ${list(alarms, 'en')}.`,
  }),
} as const;
