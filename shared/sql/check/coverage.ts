import type { Section } from '../../extract/section.ts';
import type { Finding } from '../../finding.ts';
import type { QueryFile } from '../query-file.ts';
import { fitQuery } from './fit-query.ts';
import { connectionFailed } from './question.ts';
import { SectionCount } from './section-count.ts';
import { baseFinding, notReachedFinding, sectionFinding, unread } from './section-finding.ts';
import type { OpenTarget } from './target.ts';

/**
 * Reads every section once, one at a time, and keeps only counts: are its views and columns there, does it answer, and
 * how many devices does it cover. Returns whether the connection still stands; once it fails, the rest would too.
 */
export async function* coverageFindings(target: OpenTarget): AsyncGenerator<Finding, boolean> {
  const { base, ...others } = target.sections;
  const waiting = [base, ...Object.values(others)];
  let devices: readonly number[] | null = null;
  for (let section = waiting.shift(); section; section = waiting.shift()) {
    const file = fileOf(section, target);
    const isBase = section === base;
    const { findings, views, count, lost } = await readSection(
      section,
      file,
      isBase ? null : devices,
      target,
    );
    if (isBase) devices = count?.keys ?? null;
    if (count) yield isBase ? baseFinding(file, count, views) : sectionFinding(count, views, devices, target);
    yield* findings;
    if (!lost) continue;
    if (waiting.length > 0) yield notReachedFinding(waiting.length);
    return false;
  }
  return true;
}

function fileOf({ name }: Section, { files }: OpenTarget): QueryFile {
  const file = files.find(({ section }) => section === name);
  if (!file) throw new Error(`section ${name} has no query file`);
  return file;
}

/** What reading one section came to. */
interface Read {
  readonly views: readonly string[];
  readonly findings: readonly Finding[];
  /** Null when the section was not read to its end. */
  readonly count: SectionCount | null;
  /** The connection itself failed. */
  readonly lost: boolean;
}

async function readSection(
  { name, required }: Section,
  file: QueryFile,
  devices: readonly number[] | null,
  target: OpenTarget,
): Promise<Read> {
  const { key, source, progress, signal } = target;
  const { query, findings, views } = fitQuery(file, required, target);
  if (!query) return { views, findings, count: null, lost: false };
  const count = new SectionCount(file, key, devices);
  progress({ step: 'read', subject: name, count: 0 });
  try {
    await source.read(query, count, signal);
    return { views, findings, count, lost: false };
  } catch (error) {
    signal.throwIfAborted();
    const failed = [...findings, unread(name, views, error)];
    return { views, findings: failed, count: null, lost: connectionFailed(error) };
  }
}
