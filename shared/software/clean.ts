import { readDay } from '../device/day-text.ts';

/** Longest name, version or publisher that is kept: what the driver of a CSV takes for a text. */
export const partLimit = 255;

/** What no file may hold: controls, halves of a character, and the two code points that are none. */
const unwritable = /[\p{Control}\p{Surrogate}\u2028\u2029\ufffe\uffff]+/gu;

/** Trimmed, each run of unwritable characters one space; blank is unknown. */
export function cleanPart(text: string | null): string | null {
  const cleaned = (text ?? '').replace(unwritable, ' ').trim();
  return cleaned === '' ? null : cleaned;
}

/** The first `partLimit` units of a text, without half a character or a space at the end. */
export const cutPart = (text: string): string =>
  text
    .slice(0, partLimit)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();

const compactDay = /^(\d{4})(\d{2})(\d{2})$/;
/** Before it nothing of today's was installed; systems write such a day when they mean none. */
const firstDay = '1990-01-01';

/**
 * The day of an installation as `YYYY-MM-DD`: `20240131`, an ISO day or time, or `31/01/2024` where only one order makes a
 * date. Null for anything else, and for a day that means none.
 */
export function installDay(text: string | null): string | null {
  const day = readDay((text ?? '').trim().replace(compactDay, '$1-$2-$3'));
  return day === null || day <= firstDay ? null : day;
}

/** The number of an article of Microsoft's knowledge base: `KB5002100`. */
const article = /(?:^|[\s(])KB ?\d{6,7}\b/i;
const english = /^(?:(?:security|critical|cumulative|definition|feature|quality) )?(?:update|hotfix) for /i;
const french =
  /^(?:mise à jour|correctif)(?: (?:de sécurité|critique|cumulative|de définitions|de fonctionnalités|qualité))? (?:pour|de) /i;

/** Whether a name is that of an update to another program, not of a program. */
export const isUpdate = (name: string): boolean =>
  article.test(name) || english.test(name) || french.test(name);
