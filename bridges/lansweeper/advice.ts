import type { Finding } from '../../shared/finding.ts';
import { dayOf } from '../../shared/instant.ts';
import type { Known } from '../../shared/sql/definition.ts';
import type { Text } from '../../shared/text.ts';
import { type Counts, messages } from './messages.ts';
import type { LansweeperSettings } from './settings.ts';
import type { LansweeperSite } from './site.ts';

/** Account that the product makes for itself; it owns the database. */
const productLogin = 'lansweeperuser';
const dayMilliseconds = 86_400_000;
/** An installation that is used sees some asset every day. */
const staleDays = 14;

/** What a check of LanSweeper says besides: what it calls things, whose login it is, whether it is still being filled. */
export function advise({ site, settings, now }: Known<LansweeperSite, LansweeperSettings>): Finding[] {
  return [...nameAdvice(site), ...loginAdvice(settings), ...contentAdvice(site, now)];
}

/** Every type and state in use, and those that nothing describes. */
function nameAdvice({ typesInUse, statesInUse, types, states }: LansweeperSite): Finding[] {
  const unknownTypes = typesInUse.filter(([name]) => types(name) === null);
  const unknownStates = statesInUse.filter(([name]) => states(name) === null);
  const { typeUnknownHint, stateUnknownHint } = messages;
  return [
    ...inUse('types', typesInUse),
    ...undescribed('type-unknown', messages.types, unknownTypes, messages.typeUnknown, typeUnknownHint),
    ...inUse('states', statesInUse),
    ...undescribed('state-unknown', messages.states, unknownStates, messages.stateUnknown, stateUnknownHint),
  ];
}

function inUse(code: 'types' | 'states', counts: Counts): Finding[] {
  if (counts.length === 0) return [];
  return [{ code, level: 'ok', subject: messages[code], text: messages.inUse(counts) }];
}

function undescribed(
  code: string,
  subject: Text,
  counts: Counts,
  tell: (counts: Counts) => Text,
  hint: Text,
): Finding[] {
  if (counts.length === 0) return [];
  const names = counts.map(([name]) => name);
  return [{ code, level: 'warning', subject, text: tell(counts), hint, facts: { names } }];
}

function loginAdvice({ login }: LansweeperSettings): Finding[] {
  if (login.kind !== 'sql' || login.user.toLowerCase() !== productLogin) return [];
  const { login: subject, productLogin: text, productLoginHint: hint } = messages;
  return [{ code: 'product-login', level: 'warning', subject, text, hint, facts: { user: productLogin } }];
}

function contentAdvice({ assets, newestContact }: LansweeperSite, now: Date): Finding[] {
  const { content: subject, cloudHint: hint } = messages;
  if (assets === 0) {
    return [{ code: 'empty', level: 'warning', subject, text: messages.empty, hint, facts: { assets } }];
  }
  if (newestContact === null) return [];
  const day = dayOf(newestContact);
  const days = Math.floor((now.getTime() - Date.parse(`${day}T00:00:00Z`)) / dayMilliseconds);
  if (days <= staleDays) return [];
  const facts = { newestContact, days };
  return [{ code: 'stale', level: 'warning', subject, text: messages.stale(day, days), hint, facts }];
}
