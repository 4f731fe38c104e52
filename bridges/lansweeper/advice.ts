import type { Finding } from '../../shared/finding.ts';
import { dayOf } from '../../shared/instant.ts';
import type { Known } from '../../shared/sql/definition.ts';
import { messages } from './messages.ts';
import type { LansweeperSettings } from './settings.ts';
import type { LansweeperSite } from './site.ts';

/** Account that the product makes for itself; it owns the database. */
const productLogin = 'lansweeperuser';
const dayMilliseconds = 86_400_000;
/** An installation that is used sees some asset every day. */
const staleDays = 14;

/** What a check of LanSweeper says besides: whose login it is, and whether the database is still being filled. */
export function advise({ site, settings, now }: Known<LansweeperSite, LansweeperSettings>): Finding[] {
  return [...loginAdvice(settings), ...contentAdvice(site, now)];
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
