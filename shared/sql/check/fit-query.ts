import { ConfigError } from '../../errors.ts';
import { type Finding, failure, type Stated } from '../../finding.ts';
import type { Text } from '../../text.ts';
import type { QueryFile } from '../query-file.ts';
import { messages as queryMessages } from '../query-messages.ts';
import { type Missing, missingFrom, planQuery, type Surroundings } from '../query-plan.ts';
import type { SqlQuery } from '../source.ts';
import { columnsToGrant, grantOn } from './grant-script.ts';
import { readObjects } from './read-objects.ts';
import { sectionMessages as messages } from './section-messages.ts';
import type { CheckTarget } from './target.ts';

/** A query beside what the database has: the text to send, or null with the findings that say why. */
export interface Fitted {
  readonly query: SqlQuery | null;
  readonly findings: readonly Finding[];
  /** Views that the query reads, as it spells them. */
  readonly views: readonly string[];
}

/** What a check fits queries to, and what it needs to know to say which grant is missing. */
type FitTarget = Surroundings & Pick<CheckTarget, 'files' | 'site' | 'secretObjects'>;

/** Fits a query as an extraction would, but tells everything that is missing instead of the first thing. */
export function fitQuery(file: QueryFile, required: boolean, target: FitTarget): Fitted {
  const { catalogue, collect } = target;
  const spelled = new Map(
    readObjects(file.tokens).map((name) => [name.join('.').toLowerCase(), name.join('.')]),
  );
  const spell = (views: readonly string[]) => views.map((view) => spelled.get(view) ?? view);
  const missing = missingFrom(file, catalogue);
  const views = spell(missing.read);
  const about = { section: file.section, views };
  const subject = { fr: file.section, en: file.section };
  if (missing.views.length > 0) {
    const lacking = spell(missing.views);
    const grants = lacking.map((view) => grantFor(view, target));
    const finding = required
      ? requiredViewMissing(subject, lacking, grants, about)
      : viewMissing(subject, lacking, messages.viewMissingHint(collect, grants), about);
    return { query: null, findings: [finding], views };
  }
  const wrong = missing.columns.filter(({ optional }) => !optional);
  if (wrong.length > 0) return { query: null, findings: [columnMissing(file, subject, wrong, about)], views };
  try {
    const { query } = planQuery(file, required, target);
    return { query, findings: absent(subject, missing, collect, about), views };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { query: null, findings: [failure('parameter-unset', subject, error, about)], views };
  }
}

/** The statement that opens a view, or of a table with secrets the columns that are read. */
function grantFor(view: string, { site, files, secretObjects }: FitTarget): string {
  return grantOn(view.split('.'), columnsToGrant(view, [site, ...files], secretObjects));
}

/** A section that stays empty. */
function viewMissing(
  subject: Stated['subject'],
  missing: readonly string[],
  hint: Text,
  about: Stated['facts'],
): Finding {
  const text = messages.viewMissing(missing);
  const facts = { ...about, missing };
  return { code: 'view-missing', level: 'warning', subject, text, hint, facts };
}

/** A view without which nothing is read. */
function requiredViewMissing(
  subject: Stated['subject'],
  missing: readonly string[],
  grants: readonly string[],
  about: Stated['facts'],
): Finding {
  const text = messages.viewMissingRequired(missing);
  const hint = messages.viewMissingRequiredHint(grants);
  const facts = { ...about, missing };
  return { code: 'view-missing', level: 'error', subject, text, hint, facts, exitCode: 3 };
}

function columnMissing(
  file: QueryFile,
  subject: Stated['subject'],
  wrong: Missing['columns'],
  about: Stated['facts'],
): Finding {
  const named = wrong.map(({ column, line }) => messages.columnAt(column, line));
  const text = {
    fr: messages.columnMissing(
      file.path,
      named.map(({ fr }) => fr),
    ).fr,
    en: messages.columnMissing(
      file.path,
      named.map(({ en }) => en),
    ).en,
  };
  const facts = { ...about, missing: wrong.map(({ column }) => column) };
  const code = 'column-missing';
  return { code, level: 'error', subject, text, hint: columnHint(file), facts, exitCode: 2 };
}

/** What to do about columns that are not there. */
function columnHint({ origin, path }: QueryFile): Text {
  if (origin === 'view') return queryMessages.columnMissingViewHint;
  return origin === 'site' ? messages.columnMissingSiteHint : messages.columnMissingHint(path);
}

/** A warning for the optional columns that a site lacks, if any. */
function absent(
  subject: Stated['subject'],
  { columns }: Missing,
  collect: Text,
  about: Stated['facts'],
): Finding[] {
  const missing = [...new Set(columns.map(({ column }) => column))];
  if (missing.length === 0) return [];
  const text = messages.columnAbsent(missing);
  const hint = messages.columnAbsentHint(collect);
  return [{ code: 'column-absent', level: 'warning', subject, text, hint, facts: { ...about, missing } }];
}
