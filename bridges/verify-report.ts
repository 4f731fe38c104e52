import { refuses, ruleHint, ruleText } from '../output/verify/rules.ts';
import type { Verification } from '../output/verify/set.ts';
import { shortened, type Violation } from '../output/verify/violation.ts';
import type { Finding } from '../shared/finding.ts';
import type { Language, Text } from '../shared/text.ts';
import { messages } from './verify-messages.ts';

/** As the run that would publish such files ends. */
const violationExitCode = 6;

export const exitCodeOf = ({ violations }: Verification): number =>
  violations.refusing > 0 ? violationExitCode : 0;

/** The violations as findings: the rule is the subject, the place begins the text. */
export function verifyFindings({ violations }: Verification): Finding[] {
  const findings = violations.kept.map((violation) => findingOf(violation));
  const more = [...violations.counts].flatMap(([code, count]) => {
    const left = count - violations.kept.filter((violation) => violation.code === code).length;
    return left > 0 ? [counted(code, messages.more(left))] : [];
  });
  return [...findings, ...more];
}

function findingOf(violation: Violation): Finding {
  const { code } = violation;
  const said = ruleText(code, violation);
  const text = {
    fr: messages.pair(placeOf(violation, 'fr'), said).fr,
    en: messages.pair(placeOf(violation, 'en'), said).en,
  };
  return { ...leveled(code), code, subject: { fr: code, en: code }, text, hint: ruleHint(code) };
}

const counted = (code: Violation['code'], text: Text): Finding => ({
  ...leveled(code),
  code,
  subject: { fr: code, en: code },
  text,
});

const leveled = (code: Violation['code']) =>
  refuses(code)
    ? ({ level: 'error', exitCode: violationExitCode } as const)
    : ({ level: 'warning' } as const);

/** `Importation CI, ligne 12, « Nom »`: as much of it as is known. */
function placeOf({ file, sheet, row, header }: Violation, language: Language): string {
  const isRow = /\.(xlsx|csv|db|sqlite)$/i.test(file);
  const line = row === null ? null : (isRow ? messages.row(row) : messages.line(row))[language];
  return [sheet ?? file, line, header].filter((part) => part !== null).join(', ');
}

/** How it ended, for a person. */
export function summaryLine({ violations, sources }: Verification, language: Language): string {
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const errors = violations.refusing;
  const warnings = [...violations.counts.values()].reduce((sum, count) => sum + count, 0) - errors;
  return (errors === 0 ? messages.good(rows, warnings) : messages.bad(rows, errors, warnings))[language];
}

/** Everything for a program: stable names and codes, one object. */
export function jsonReport(file: string, { violations, sources }: Verification): object {
  return {
    file,
    ok: violations.refusing === 0,
    sources,
    counts: Object.fromEntries(violations.counts),
    findings: violations.kept.map((violation) => ({
      code: violation.code,
      level: refuses(violation.code) ? 'error' : 'warning',
      text: ruleText(violation.code, violation),
      hint: ruleHint(violation.code),
      facts: factsOf(violation),
    })),
  };
}

const factsOf = ({ file, source, sheet, row, header, name, cell }: Violation) => ({
  file,
  source,
  sheet,
  row,
  header,
  name,
  value: cell === null ? null : shortened(cell),
});
