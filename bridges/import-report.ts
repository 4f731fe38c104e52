import { counterNames } from '../output/import/default-patterns.ts';
import type { FoundLines } from '../output/import/log-reading.ts';
import type { ImportResult } from '../output/import/run.ts';
import type { Difference, SourceResult } from '../output/import/verdict.ts';
import type { Manifest } from '../output/manifest.ts';
import type { Language, Text } from '../shared/text.ts';
import { messages } from './import-messages.ts';

/** An import that has ended, and what it was about. */
export interface ReportedImport {
  readonly importId: string;
  readonly file: string;
  readonly manifest: Manifest;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly result: ImportResult;
}

/** The result for a person: outcome, numbers of each source beside what was sent, lines of the log that matter. */
export function importLines({ file, manifest, result }: ReportedImport, language: Language): string[] {
  const say = (text: Text) => text[language];
  const { verdict, findings, copy } = result;
  const title = [file, say(messages.publishedAt(manifest.finishedAt)), say(messages[verdict.outcome])];
  return [
    title.join(' · '),
    ...verdict.sources.flatMap((source) => sourceLines(source, verdict.differences, language)),
    ...foundLines(messages.errorLines, findings?.errors, language),
    ...foundLines(messages.warningLines, findings?.warnings, language),
    ...(verdict.failure ? consoleLines(result, language) : []),
    ...(copy ? [`${say(messages.log)}\n  ${copy}`] : []),
  ];
}

function sourceLines(result: SourceResult, differences: readonly Difference[], language: Language): string[] {
  const names = ['sent', ...counterNames] as const;
  const labels = names.map((name) => messages[name][language]);
  const width = Math.max(...labels.map((label) => label.length));
  const notStated = messages.notStated[language];
  const counts = names.map(
    (name, index) =>
      `    ${labels[index]?.padEnd(width)} ${String(result[name] ?? notStated).padStart(notStated.length)}`,
  );
  const differs = differences
    .filter(({ source }) => source === result.source)
    .map(({ what, stated, sent }) => {
      const text = what === 'processed' ? messages.differs(stated, sent) : messages.sumDiffers(stated, sent);
      return `    ${text[language]}`;
    });
  return [`  ${result.source}`, ...counts, ...differs];
}

function foundLines(
  title: (count: number) => Text,
  found: FoundLines | undefined,
  language: Language,
): string[] {
  if (!found || found.count === 0) return [];
  const rest = found.count - found.first.length;
  const more = rest > 0 ? [`  ${messages.moreLines(rest)[language]}`] : [];
  return [title(found.count)[language], ...found.first.map((line) => `  ${line}`), ...more];
}

const consoleLines = ({ said }: ImportResult, language: Language): string[] =>
  said.length > 0 ? [messages.console[language], ...said.map((line) => `  ${line}`)] : [];

/** The result for a program: stable names, one object; null is what the log does not state. */
export function importJson({
  importId,
  file,
  manifest,
  startedAt,
  finishedAt,
  result,
}: ReportedImport): object {
  const { verdict, end, findings, copy, said, notices } = result;
  return {
    importId,
    file,
    runId: manifest.runId,
    source: manifest.source.name,
    publishedAt: manifest.finishedAt,
    startedAt,
    finishedAt,
    outcome: verdict.outcome,
    failure: verdict.failure && { code: verdict.failure.code, text: verdict.failure.text },
    program: { end: end.kind, exitCode: end.exitCode, signal: end.kind === 'ended' ? end.cause : null },
    sources: verdict.sources,
    differences: verdict.differences,
    log: findings && {
      lines: findings.lines,
      errors: findings.errors,
      warnings: findings.warnings,
      success: findings.success,
      copy,
    },
    console: said,
    notices,
  };
}
