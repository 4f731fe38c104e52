import { integer, text } from '../../shared/extract/readers.ts';
import type { AboutSite, SiteNotice } from '../../shared/sql/definition.ts';
import type { Cell } from '../../shared/sql/source.ts';
import { messages } from './messages.ts';

/** v_Site.Type. */
const siteTypes: ReadonlyMap<number, string> = new Map([
  [1, 'secondary'],
  [2, 'primary'],
  [4, 'central'],
]);

/** What the connected site says of itself. */
export type SccmSite = {
  readonly siteCode: string | null;
  readonly siteName: string | null;
  readonly siteType: string | null;
  readonly parentSiteCode: string | null;
  readonly version: string | null;
  readonly build: number | null;
};

/** The connected site, from `queries/sccm/site.sql`; warns when it holds a part of the estate only. */
export function describeSite(rows: readonly Readonly<Record<string, Cell>>[]): AboutSite<SccmSite> {
  const row = rows[0] ?? {};
  const siteCode = text(row.siteCode ?? null);
  const siteType = siteTypes.get(integer(row.siteType ?? null) ?? 0) ?? null;
  const parentSiteCode = text(row.parentSiteCode ?? null);
  const notices: SiteNotice[] = [];
  const hint = messages.siteHint;
  if (siteType === 'primary' && parentSiteCode !== null) {
    const warning = messages.partialSite(siteCode ?? '?', parentSiteCode);
    notices.push({ code: 'partial-site', text: warning, hint });
  }
  if (siteType === 'secondary')
    notices.push({ code: 'secondary-site', text: messages.secondarySite(siteCode ?? '?'), hint });
  const facts = {
    siteCode,
    siteName: text(row.siteName ?? null),
    siteType,
    parentSiteCode,
    version: text(row.version ?? null),
    build: integer(row.build ?? null),
  };
  const build = facts.build === null ? '' : ` (${facts.build})`;
  const version = facts.version === null ? '' : `${facts.version}${build}`;
  const title = messages.site(siteCode ?? '?', facts.siteName ?? '', siteType, version);
  return { site: facts, facts, title, notices };
}
