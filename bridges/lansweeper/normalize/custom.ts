import { readDay } from '../../../shared/device/day-text.ts';
import type { CustomTarget } from '../custom-fields.ts';
import type { Sections } from '../record.ts';
import { unreadable } from '../remarks.ts';
import type { LansweeperSite } from '../site.ts';

/** What the site's custom field for a field of the asset holds; the first label that has a value. */
export function customValue(
  target: CustomTarget,
  { customFields }: Sections,
  { customFields: fields }: LansweeperSite,
): string | null {
  for (const { column, destination } of fields) {
    const value = destination === target ? customFields?.[column] : null;
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

/** The same as a day; for a text that is no day, or could be two, what to add to the rule of the field. */
export function customDay(
  target: CustomTarget,
  sections: Sections,
  site: LansweeperSite,
): { readonly day: string | null; readonly fault: string } {
  const text = customValue(target, sections, site);
  const day = readDay(text);
  return { day, fault: text !== null && day === null ? unreadable : '' };
}

/** The values that go to `extra`, by name. */
export function customExtras(
  { customFields }: Sections,
  { customFields: fields }: LansweeperSite,
): Record<string, string> {
  const extras: Record<string, string> = {};
  for (const { column, destination } of fields) {
    const [, name] = /^extra\.(.+)$/u.exec(destination) ?? [];
    const value = customFields?.[column] ?? null;
    if (name !== undefined && value !== null) extras[name] ??= value;
  }
  return extras;
}
