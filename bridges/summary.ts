import { statSync } from 'node:fs';
import { noticesOf } from '../output/importer/files.ts';
import type { RunFacts } from '../output/manifest.ts';
import type { Language, Text } from '../shared/text.ts';
import type { RunResult } from './run.ts';
import { labelOf, messages } from './summary-messages.ts';

type Counts = Readonly<Record<string, number>>;
/** Words of a bridge for its reasons of exclusion. */
type Reasons = Readonly<Record<string, Text>>;

/** The result for a person: what was read, left out and published, and where. */
export function textSummary({ facts, files }: RunResult, exclusions: Reasons, language: Language): string[] {
  const say = (text: Text) => text[language];
  const { source } = facts;
  const { retiredCount, unidentifiedCount, unidentifiedReasons } = facts.identity;
  const about = [source.facts.siteCode, source.facts.siteName, source.facts.tenant]
    .filter(Boolean)
    .join(' · ');
  const title = [source.name.toUpperCase(), source.sample ? say(messages.sample) : '', about].filter(Boolean);
  const counted = [
    [say(messages.read), facts.read, ''],
    [say(messages.excluded), sum(facts.excluded), details(facts.excluded, exclusions, language)],
    [say(messages.duplicates), sum(facts.duplicates), details(facts.duplicates, {}, language)],
    ...silenceOf(facts, language),
    [say(messages.published), files.rows, ''],
    ...(retiredCount > 0 ? [[say(messages.keptRetired), retiredCount, ''] as const] : []),
    ...(unidentifiedCount > 0
      ? [[say(messages.unidentified), unidentifiedCount, details(unidentifiedReasons, {}, language)] as const]
      : []),
    ...(files.software
      ? [[say(messages.software), sum(files.software.contents), contentsOf(files.software.contents)] as const]
      : []),
  ] as const;
  const width = Math.max(...counted.map(([label]) => label.length));
  return [
    title.join(' · '),
    ...counted.map(
      ([label, count, detail]) => `  ${label.padEnd(width)} ${String(count).padStart(7)}${detail}`,
    ),
    say(messages.files),
    ...files.tables.map(({ name }) => `  ${name}`),
    ...files.paths.map((path) => `  ${path}  ${say(size(path))}`),
  ];
}

/** The result for a program: stable names, one object. */
export function jsonSummary({ facts, files }: RunResult): object {
  return {
    runId: facts.runId,
    source: facts.source,
    startedAt: facts.startedAt,
    finishedAt: facts.finishedAt,
    complete: facts.complete,
    read: facts.read,
    excluded: facts.excluded,
    duplicates: facts.duplicates,
    ...(facts.staleness && { staleness: facts.staleness }),
    published: files.rows,
    ...identityCounts(facts),
    ...(files.software && { software: files.software.contents }),
    files: files.paths,
    ...(files.tables.length > 0 && { tables: files.tables }),
    notices: [...facts.notices, ...noticesOf(files)],
  };
}

const identityCounts = ({
  identity: { unidentifiedCount, retiredCount, leftOutCount, renames },
}: RunFacts) => ({
  unidentified: unidentifiedCount,
  retired: retiredCount,
  retiredLeftOut: leftOutCount,
  renames: renames.length,
});

const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

function details(counts: Counts, own: Reasons, language: Language): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${labelOf(reason, own)[language]} ${count}`);
  return parts.length > 0 ? `   ${parts.join(', ')}` : '';
}

/** The devices that are not left out although they have been silent, where a rule counts them. */
function silenceOf({ staleness }: RunResult['facts'], language: Language): [string, number, string][] {
  if (!staleness) return [];
  const { flagged, retired } = staleness;
  const words = { flagged: messages.flagged, retired: messages.retired };
  return [[messages.silent[language], flagged + retired, details({ flagged, retired }, words, language)]];
}

/** Rows of each content, by its name in DataImporter. */
const contentsOf = (counts: Counts): string =>
  `   ${Object.entries(counts)
    .map(([content, count]) => `${content} ${count}`)
    .join(', ')}`;

function size(path: string): Text {
  const kilobytes = Math.max(1, Math.round(statSync(path).size / 1024));
  return messages.kilobytes(kilobytes);
}
