import type { Finding } from '../shared/finding.ts';
import { type Language, languages, type Text } from '../shared/text.ts';
import { messages } from './check-messages.ts';

/** Room for the longest name of a section. */
const subjectWidth = 22;

/** A finding for a person: level, subject and text in columns, and under them what to do. */
export function findingLines({ level, subject, text, hint }: Finding, language: Language): string[] {
  const marks = [messages.ok, messages.warning, messages.error].map((mark) => mark[language].length);
  const mark = messages[level][language].padEnd(Math.max(...marks) + 2);
  const lines = [`${mark}${subject[language].padEnd(subjectWidth)}${aligned(text[language])}`];
  if (hint && level !== 'ok')
    lines.push(`${' '.repeat(mark.length + subjectWidth)}${messages.toDo[language]} ${hint[language]}`);
  return lines;
}

/** How it ended, for a person. */
export function summaryLine(findings: readonly Finding[], language: Language): string {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const exitCode = exitCodeOf(findings);
  const text =
    exitCode === 0
      ? messages.works(count('warning'))
      : messages.fails(count('error'), count('warning'), exitCode);
  return text[language];
}

/** Everything for a program: stable names and codes, one object. */
export function jsonReport(source: string, findings: readonly Finding[]): object {
  return {
    source,
    ok: exitCodeOf(findings) === 0,
    findings: findings.map(jsonFinding),
  };
}

/** A finding for a program. */
export function jsonFinding({ code, level, subject, text, hint, facts }: Finding): object {
  return { code, level, text: withSubject(subject, text), ...(hint && { hint }), ...(facts && { facts }) };
}

/** What an extraction would end with: the exit code of the first error, or 0. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const first = findings.find((finding) => finding.level === 'error');
  return first?.level === 'error' ? first.exitCode : 0;
}

function withSubject(subject: Text, text: Text): Text {
  const [fr, en] = languages.map((language) => messages.pair(subject[language], text[language])[language]);
  return { fr: fr ?? '', en: en ?? '' };
}

/** Shares stand under one another: ` 98 %`. */
const aligned = (text: string) => text.replace(/^\d+(?= ?%)/, (share) => share.padStart(3));
