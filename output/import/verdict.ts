import type { Notice, Text } from '../../shared/text.ts';
import { counterNames } from './default-patterns.ts';
import type { Counters, LogFindings } from './log-reading.ts';
import { messages } from './messages.ts';
import type { ProgramEnd } from './program.ts';
import type { SentSource } from './published.ts';

/** One source: what was sent, and what the log states of it. */
export interface SourceResult extends Counters {
  readonly source: string;
  /** Rows published; null when it cannot be told which rows belong to this source. */
  readonly sent: number | null;
}

/** Two numbers that should be the same. */
export interface Difference {
  readonly source: string;
  readonly what: 'processed' | 'sum';
  readonly sent: number;
  readonly stated: number;
}

/** Why an import failed. */
export interface Failure {
  /** Stable and never translated. */
  readonly code: string;
  readonly text: Text;
  readonly hint: Text;
}

/** What became of an import. */
export interface Verdict {
  /** `unconfirmed`: no sign of a failure, and no proof of success either. */
  readonly outcome: 'confirmed' | 'unconfirmed' | 'failed';
  readonly failure: Failure | null;
  readonly sources: readonly SourceResult[];
  readonly differences: readonly Difference[];
  readonly notices: readonly Notice[];
}

/** All that is known once DataImporter has ended. */
export interface Evidence {
  readonly program: string;
  readonly timeLimitMinutes: number;
  readonly end: ProgramEnd;
  /** Null when there is no log. */
  readonly findings: LogFindings | null;
  readonly sent: readonly SentSource[];
  /** The settings name the lines of success: without one, the import failed. */
  readonly successDemanded: boolean;
  /** A published file that is no longer what it was. */
  readonly changed: string | null;
}

/** Judges an import by its log; the exit code alone, which nobody documents, neither proves nor disproves it. */
export function judge(evidence: Evidence): Verdict {
  const sources = evidence.sent.map((sent) => resultOf(sent, evidence.findings));
  const differences = sources.flatMap(differencesOf);
  const proof = proofOf(evidence, sources);
  const failure = failureOf(evidence, sources, differences, proof);
  return {
    outcome: failure ? 'failed' : proof === 'none' ? 'unconfirmed' : 'confirmed',
    failure,
    sources,
    differences,
    notices: noticesOf(evidence, sources, failure, proof),
  };
}

/** `weak`: a line that looks like success, by patterns that nobody has compared with this version's log. */
type Proof = 'strong' | 'weak' | 'none';

function proofOf({ findings, successDemanded }: Evidence, sources: readonly SourceResult[]): Proof {
  const allProcessed = sources.every(({ sent, processed }) => sent !== null && sent === processed);
  if (sources.length > 0 && allProcessed) return 'strong';
  if (findings?.success !== true) return 'none';
  return successDemanded ? 'strong' : 'weak';
}

const nothingStated: Counters = {
  processed: null,
  added: null,
  modified: null,
  ignored: null,
  inError: null,
};

const resultOf = ({ name, rows }: SentSource, findings: LogFindings | null): SourceResult => ({
  source: name,
  sent: rows,
  ...(findings?.counters.get(name) ?? nothingStated),
});

function differencesOf(result: SourceResult): Difference[] {
  const { source, sent, processed } = result;
  if (sent === null) return [];
  if (processed !== null && processed !== sent)
    return [{ source, what: 'processed', sent, stated: processed }];
  const stated = sumOf(result) ?? 0;
  return stated > sent ? [{ source, what: 'sum', sent, stated }] : [];
}

/** Records whose fate the log states; null when it states none. */
function sumOf({ added, modified, ignored, inError }: Counters): number | null {
  const stated = [added, modified, ignored, inError].filter((count) => count !== null);
  return stated.length === 0 ? null : stated.reduce((sum, count) => sum + count, 0);
}

function failureOf(
  { program, timeLimitMinutes, end, findings, successDemanded, changed }: Evidence,
  sources: readonly SourceResult[],
  differences: readonly Difference[],
  proof: Proof,
): Failure | null {
  const as = (code: string, text: Text, hint: Text): Failure => ({ code, text, hint });
  const ending = endingOf(end);
  const inError = sources.reduce((sum, source) => sum + (source.inError ?? 0), 0);
  if (end.kind === 'notStarted')
    return as('not-started', messages.notStarted(program, end.cause ?? ''), messages.programHint);
  if (end.kind === 'interrupted') return as('interrupted', messages.interrupted, messages.interruptedHint);
  if (end.kind === 'timeLimit')
    return as('time-limit', messages.timeLimit(timeLimitMinutes), messages.timeLimitHint);
  if (changed) return as('files-changed', messages.changedMeanwhile(changed), messages.changedMeanwhileHint);
  if (!findings) return as('no-log', messages.noLog(ending), messages.noLogHint);
  if (findings.lines === 0) return as('empty-log', messages.emptyLog(ending), messages.noLogHint);
  if (findings.errors.count > 0)
    return as('errors', messages.errors(findings.errors.count), messages.errorsHint);
  if (inError > 0) return as('errors', messages.errorsCounted(inError), messages.errorsHint);
  if (differences.length > 0) return as('counts', messages.counts, messages.countsHint);
  if (successDemanded && !findings.success)
    return as('no-success', messages.successMissing(ending), messages.successMissingHint);
  if (end.exitCode !== 0 && proof !== 'strong')
    return as('bad-end', messages.badEnd(ending), messages.badEndHint);
  return null;
}

function noticesOf(
  { end, findings }: Evidence,
  sources: readonly SourceResult[],
  failure: Failure | null,
  proof: Proof,
): Notice[] {
  const notices: Notice[] = [];
  const say = (code: string, text: Text) => notices.push({ code, text });
  if (end.stillRuns !== null) say('still-runs', messages.stillRuns(end.stillRuns));
  if (findings && findings.warnings.count > 0)
    say('log-warnings', messages.warningsInLog(findings.warnings.count));
  if (failure) return notices;
  if (end.exitCode !== 0) say('exit-code', messages.exitCodeIgnored(endingOf(end)));
  if (proof === 'none') say('unconfirmed', messages.unconfirmed);
  for (const result of sources) {
    const sum = sumOf(result);
    if (sum !== null && result.sent !== null && result.processed === null && sum < result.sent)
      say('unaccounted', messages.unaccounted(result.source, result.sent - sum));
  }
  return notices;
}

/** How the program ended, in words; codes of Windows as they are looked up, in hexadecimal. */
function endingOf({ exitCode, cause }: ProgramEnd): Text {
  if (exitCode === null) return cause === null ? messages.endedUnknown : messages.endedBy(cause);
  return messages.endedWith(
    exitCode > 255 ? `${exitCode}, 0x${exitCode.toString(16).toUpperCase()}` : String(exitCode),
  );
}

/** The numbers that a journal keeps of an import: those that were stated, over all sources. */
export function countsOf(sources: readonly SourceResult[]): Record<string, number> {
  const counts = (['sent', ...counterNames] as const).map((name) => {
    const stated = sources.map((source) => source[name]).filter((count) => count !== null);
    return [name, stated.length > 0 ? stated.reduce((sum, count) => sum + count, 0) : null] as const;
  });
  return Object.fromEntries(
    counts.filter((entry): entry is [(typeof entry)[0], number] => entry[1] !== null),
  );
}
