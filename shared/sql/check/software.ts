import type { Finding } from '../../finding.ts';
import { fitQuery } from './fit-query.ts';
import { sectionMessages as messages } from './section-messages.ts';
import type { OpenTarget } from './target.ts';

/** Are the views and columns of the installed software there; not one row is read. Nothing for a bridge that tells none. */
export function softwareFindings(target: OpenTarget): readonly Finding[] {
  const { software } = target;
  if (software === null) return [];
  const { query, findings, views } = fitQuery(software, false, target);
  if (!query) return findings;
  const subject = { fr: software.section, en: software.section };
  const facts = { section: software.section, views };
  return [{ code: 'section-found', level: 'ok', subject, text: messages.notRead(views), facts }, ...findings];
}
