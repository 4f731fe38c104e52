import type { Finding } from '../../finding.ts';
import { type Row, readRows } from '../rows.ts';
import { fitQuery } from './fit-query.ts';
import { connectionFailed } from './question.ts';
import { unread } from './section-finding.ts';
import { serverMessages as messages } from './server-messages.ts';
import type { OpenTarget } from './target.ts';

/** What the connected site is, and what to know about it; returns whether the connection still stands. */
export async function* siteFindings(target: OpenTarget): AsyncGenerator<Finding, boolean> {
  const { site, siteRequired, source, signal } = target;
  const { query, findings, views } = fitQuery(site, siteRequired, target);
  yield* findings;
  if (!query) return true;
  let rows: Row[];
  try {
    rows = await readRows(query, source, signal);
  } catch (error) {
    signal.throwIfAborted();
    const finding = unread(site.section, views, error);
    yield finding;
    return !connectionFailed(error);
  }
  yield* describe(target, rows);
  return true;
}

function* describe({ site, describeSite }: OpenTarget, rows: readonly Row[]): Generator<Finding> {
  const subject = messages.site;
  if (rows.length === 0) {
    const text = messages.siteUnknown(site.path);
    yield { code: 'site-unknown', level: 'warning', subject, text, hint: messages.siteUnknownHint };
    return;
  }
  const { facts, notices, title, advice } = describeSite(rows);
  const known = Object.values(facts).filter((fact) => fact !== null);
  yield { code: 'site', level: 'ok', subject, text: title ?? messages.siteIs(known.join(' · ')), facts };
  for (const { code, text, hint } of notices) yield { code, level: 'warning', subject, text, hint };
  yield* advice;
}
