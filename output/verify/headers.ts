import { type Language, languages } from '../../shared/text.ts';
import { type Content, type ContractColumn, columnName, headerText } from '../contract/content.ts';
import type { ProfileColumn } from '../profile/column.ts';
import { columnLimit, headerFault } from '../table/contract.ts';
import type { RuleCode } from './rules.ts';

/** Reports something about one column, from 0; null for the row as a whole. */
export type Report = (code: RuleCode, column: number | null, value?: string, expected?: string) => void;

/** What the header row says of the columns below it. */
export interface HeaderRow {
  readonly names: readonly string[];
  /** Null where no header tells it. */
  readonly language: Language | null;
  /** The column of the contract that each header names; null for an attribute or an unknown one. */
  readonly columns: readonly (ContractColumn | null)[];
}

/** What the columns of a profile are checked against: its language, and its columns by header. */
export interface ProfileHeaders {
  readonly language: Language;
  readonly columns: ReadonlyMap<string, ProfileColumn>;
}

/** Reads the header row of a content; `content` is null where it is not known. */
export function readHeaders(
  cells: readonly string[],
  content: Content | null,
  profile: ProfileHeaders | null,
  report: Report,
): HeaderRow {
  const names = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  if (names.length === 0) report('header-missing', null);
  if (names.length >= columnLimit) report('header-count', null, String(names.length));
  checkNames(names, report);
  if (!content) return { names, language: null, columns: names.map(() => null) };
  const exact = names.map((name) => content.columns.find((column) => isHeader(column, name)) ?? null);
  const language = profile?.language ?? languageOf(names, exact);
  const columns = names.map((name, index) => {
    const found = exact[index] ?? null;
    if (found) checkLanguage(found, name, index, language, report);
    return found ?? spelledOtherwise(name, index, content, { language, profile }, report);
  });
  if (names.length > 0) checkRequired(content, columns, language, report);
  return { names, language, columns };
}

function checkNames(names: readonly string[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (headerFault(name)) report('header-illegal', index, name);
    if (name !== '' && seen.has(name.toLowerCase())) report('header-twice', index, name);
    seen.add(name.toLowerCase());
  }
}

const isHeader = ({ header }: ContractColumn, name: string): boolean =>
  languages.some((language) => headerText(header[language]) === name);

/** The language that most of the headers which differ between the two are in; the first one's when they are even. */
function languageOf(names: readonly string[], columns: readonly (ContractColumn | null)[]): Language | null {
  const votes = names.flatMap((name, index) => {
    const header = columns[index]?.header;
    if (!header || headerText(header.fr) === headerText(header.en)) return [];
    return [headerText(header.fr) === name ? ('fr' as const) : ('en' as const)];
  });
  const french = votes.filter((vote) => vote === 'fr').length;
  if (french * 2 === votes.length) return votes[0] ?? null;
  return french * 2 > votes.length ? 'fr' : 'en';
}

function checkLanguage(
  { header }: ContractColumn,
  name: string,
  index: number,
  language: Language | null,
  report: Report,
): void {
  const right = language && header[language];
  if (typeof right === 'string' && right !== name) report('header-language', index, name, right);
}

/** The column whose header this is but for case, accents and spaces; else the header is another one's, or nobody's. */
function spelledOtherwise(
  name: string,
  index: number,
  content: Content,
  { language, profile }: { readonly language: Language | null; readonly profile: ProfileHeaders | null },
  report: Report,
): ContractColumn | null {
  if (name === '' || (content.others === 'attribute' && profile?.columns.has(name))) return null;
  for (const each of language ? [language, ...languages] : languages)
    for (const column of content.columns) {
      const right = headerText(column.header[each]);
      if (right === null || folded(right) !== folded(name)) continue;
      report('header-spelling', index, name, right);
      return column;
    }
  if (content.others === 'unknown') report('header-unknown', index, name);
  else if (profile) report('header-not-in-profile', index, name);
  return null;
}

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** A required column is missing only where its header is beyond doubt, or no header is left that could be it. */
function checkRequired(
  content: Content,
  columns: readonly (ContractColumn | null)[],
  language: Language | null,
  report: Report,
): void {
  const unexplained = content.others === 'unknown' && columns.includes(null);
  for (const column of content.columns) {
    if (!column.required || columns.includes(column)) continue;
    const { en, fr } = column.header;
    const name = language === 'fr' ? fr : en;
    if (
      typeof name === 'string'
        ? !(language === null && fr === null && unexplained)
        : name === null && !unexplained
    )
      report('column-missing', null, '', typeof name === 'string' ? name : columnName(column));
  }
}
