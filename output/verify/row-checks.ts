import { attributeLimit } from '../contract/ci.ts';
import { type Content, columnName } from '../contract/content.ts';
import type { Profile } from '../profile/profile.ts';
import { type KindCheck, kindCheck } from './cell-kinds.ts';
import type { HeaderRow, Report } from './headers.ts';
import type { RowsKind } from './location.ts';
import { type PairCheck, pairChecks } from './pair-checks.ts';
import { profileChecks, profileHeaders } from './profile-rules.ts';
import type { UsedValues } from './used-values.ts';

/** What the rows of a source are checked by, besides their header row. */
export interface RowContext {
  readonly kind: RowsKind;
  readonly content: Content | null;
  readonly profile: Profile | null;
  /** Value of a tag of the source; empty where it has none. */
  readonly tag: (name: string) => string;
  readonly used: UsedValues;
  /** Name of the source. */
  readonly name: string;
}

/** Checks one row against the contract; `line` is its row in the file. */
export type RowCheck = (cells: readonly string[], line: number, report: Report) => void;

/** What is asked of one column. */
interface ColumnRules {
  readonly required: boolean;
  readonly maxLength: number;
  readonly kind: KindCheck | null;
  /** Name under which used values are remembered; null where they may repeat. */
  readonly unique: string | null;
  readonly isReference: boolean;
}

/** The check of every row of one source. */
export function rowCheck(headers: HeaderRow, context: RowContext): RowCheck {
  const rules = headers.names.map((_, index) => columnRules(index, headers, context));
  const pairs = pairsOf(headers, context);
  const { kind: format, used, name } = context;
  return (cells, line, report) => {
    if (cells.every((cell) => cell === '')) return report('row-empty', null);
    checkCharacters(cells, format, report);
    for (const [index, { required, maxLength, kind, unique, isReference }] of rules.entries()) {
      const cell = cells[index] ?? '';
      if (cell === '') {
        if (required) report('value-required', index);
        continue;
      }
      if (required && cell.trim() === '') report('value-required', index);
      if (cell.length > maxLength) report('value-too-long', index, String(cell.length), String(maxLength));
      const broken = kind?.(cell);
      if (broken) report(broken[0], index, cell, broken[1]);
      if (unique !== null) {
        const first = used.add(unique, cell, name, line);
        if (first !== null) report('value-twice', index, cell, first);
      }
      if (isReference && used.isMissing('CI Name', cell)) report('reference-unknown', index, cell);
    }
    for (const check of pairs) check(cells, report);
  };
}

function columnRules(index: number, headers: HeaderRow, context: RowContext): ColumnRules {
  const { content, profile, tag } = context;
  const column = headers.columns[index] ?? null;
  const name = headers.names[index] ?? '';
  const own = content?.name === 'CI' ? profile && profileHeaders(profile).columns.get(name) : null;
  const identity = content?.identity;
  const method = identity && (tag(identity.tag) || identity.byDefault);
  const identifies = Boolean(column && method && identity.columns[method] === columnName(column));
  const byContract = column ? column.maxLength : content?.others === 'attribute' ? attributeLimit : null;
  return {
    required: Boolean(column?.required || own?.required || (identifies && identity?.required)),
    maxLength: Math.min(byContract ?? Number.POSITIVE_INFINITY, own?.maxLength ?? Number.POSITIVE_INFINITY),
    kind: column && kindCheck(column, { language: headers.language, siteSplit: tag('SiteSplitStrategy') }),
    unique:
      column?.unique || own?.unique || identifies
        ? `${content?.name} ${column ? columnName(column) : name}`
        : null,
    isReference: column?.kind === 'ciName',
  };
}

function pairsOf(headers: HeaderRow, { content, profile }: RowContext): PairCheck[] {
  if (!content) return [];
  return [
    ...pairChecks(content.pairs, content.columns, headers),
    ...(profile && content.name === 'CI' ? profileChecks(profile, headers) : []),
  ];
}

/** Controls, line breaks, and what stands where a character was lost. */
const suspicious = /[\p{Control}\u2028\u2029?\ufffd]/u;
const control = /[\p{Control}\u2028\u2029]/u;
/** Not at the end of a question: before another letter, or several in a row. */
const replaced = /\?[\p{L}\p{N}?]|\ufffd/u;

function checkCharacters(cells: readonly string[], format: RowContext['kind'], report: Report): void {
  if (!suspicious.test(cells.join('|'))) return;
  for (const [index, cell] of cells.entries()) {
    const found = control.exec(cell)?.[0];
    if (found !== undefined)
      report('value-control', index, (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'));
    // What decoding could not read is told apart from a question mark that was written.
    else if (format === 'csv' && cell.includes('\ufffd')) report('csv-encoding', index, cell);
    else if (replaced.test(cell)) report('value-replaced', index, cell);
  }
}
