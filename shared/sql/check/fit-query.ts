import { ConfigError } from '../../errors.ts';
import { type Finding, failure, type Stated } from '../../finding.ts';
import type { Text } from '../../text.ts';
import type { QueryFile } from '../query-file.ts';
import { messages as queryMessages } from '../query-messages.ts';
import { type Missing, missingFrom, planQuery, type Surroundings } from '../query-plan.ts';
import type { SqlQuery } from '../source.ts';
import { grantOn } from './grant-script.ts';
import { readObjects } from './read-objects.ts';
import { sectionMessages as messages } from './section-messages.ts';

/** A query beside what the database has: the text to send, or null with the findings that say why. */
export interface Fitted {
  readonly query: SqlQuery | null;
  readonly findings: readonly Finding[];
  /** Views that the query reads, as it spells them. */
  readonly views: readonly string[];
}

/** Fits a query as an extraction would, but tells everything that is missing instead of the first thing. */
export function fitQuery(file: QueryFile, required: boolean, surroundings: Surroundings): Fitted {
  const { catalogue, collect } = surroundings;
  const spelled = new Map(
    readObjects(file.tokens).map((name) => [name.join('.').toLowerCase(), name.join('.')]),
  );
  const spell = (views: readonly string[]) => views.map((view) => spelled.get(view) ?? view);
  const missing = missingFrom(file, catalogue);
  const views = spell(missing.read);
  const about = { section: file.section, views };
  const subject = { fr: file.section, en: file.section };
  if (missing.views.length > 0)
    return {
      query: null,
      findings: [missingView(subject, spell(missing.views), required ? null : collect, about)],
      views,
    };
  const wrong = missing.columns.filter(({ optional }) => !optional);
  if (wrong.length > 0) return { query: null, findings: [columnMissing(file, subject, wrong, about)], views };
  try {
    const { query } = planQuery(file, required, surroundings);
    return { query, findings: absent(subject, missing, collect, about), views };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { query: null, findings: [failure('parameter-unset', subject, error, about)], views };
  }
}

/** `collect` is null where nothing is read without the view. */
function missingView(
  subject: Stated['subject'],
  missing: readonly string[],
  collect: Text | null,
  about: Stated['facts'],
): Finding {
  const grants = missing.map(grantOn);
  const facts = { ...about, missing };
  if (collect !== null) {
    const text = messages.viewMissing(missing);
    return {
      code: 'view-missing',
      level: 'warning',
      subject,
      text,
      hint: messages.viewMissingHint(collect, grants),
      facts,
    };
  }
  const text = messages.viewMissingRequired(missing);
  const hint = messages.viewMissingRequiredHint(grants);
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
