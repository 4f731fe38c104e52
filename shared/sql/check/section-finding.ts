import { AccessError, BridgeError, ConfigError } from '../../errors.ts';
import { type Finding, failure } from '../../finding.ts';
import type { QueryFile } from '../query-file.ts';
import type { SectionCount } from './section-count.ts';
import { coveragePercent, sectionMessages as messages } from './section-messages.ts';
import { serverMessages } from './server-messages.ts';
import type { CheckTarget } from './target.ts';

/** What an extraction ends with that was read to the end but cannot be trusted. */
const exitCode = 5;

/** How many devices there are; an error when there are none, or when one comes twice. */
export function baseFinding(file: QueryFile, count: SectionCount, views: readonly string[]): Finding {
  const subject = subjectOf(count);
  const devices = count.keys.length;
  const { rows, columnCount: columns } = count;
  const facts = { section: count.section, views, columns, rows, devices };
  const [example] = count.repeated;
  if (example !== undefined) {
    const text = messages.duplicateKeys(file.path, count.key, count.repeated.size, example);
    const hint = messages.duplicateKeysHint;
    return { code: 'duplicate-keys', level: 'error', subject, text, hint, facts, exitCode };
  }
  if (devices === 0) {
    const text = messages.noDevices(views);
    return {
      code: 'no-devices',
      level: 'error',
      subject,
      text,
      hint: messages.noDevicesHint,
      facts,
      exitCode,
    };
  }
  return {
    code: 'section',
    level: 'ok',
    subject,
    text: messages.devices(devices, { rows, columns, views }),
    facts,
  };
}

/** How much a section says, of how many of the devices; `devices` is null when nobody could count them. */
export function sectionFinding(
  count: SectionCount,
  views: readonly string[],
  devices: readonly number[] | null,
  { collect, collectsByDefault }: Pick<CheckTarget, 'collect' | 'collectsByDefault'>,
): Finding {
  const subject = subjectOf(count);
  const { rows, covered, columnCount: columns } = count;
  const coverage = devices === null ? null : coveragePercent(covered, devices.length);
  const facts = { section: count.section, views, columns, rows, devices: covered, coveragePercent: coverage };
  if (rows === 0) {
    const text = messages.nothingReported(views);
    const hint = messages.nothingReportedHint(collect);
    const level = collectsByDefault ? 'ok' : 'warning';
    return { code: 'nothing-reported', level, subject, text, hint, facts };
  }
  return {
    code: 'section',
    level: 'ok',
    subject,
    text: messages.section(coverage, { rows, columns, views }),
    facts,
  };
}

/** Sections that a failed connection kept from being looked at. */
export function notReachedFinding(sections: number): Finding {
  const text = messages.notReached(sections);
  const hint = messages.notReachedHint;
  const subject = serverMessages.sections;
  return { code: 'sections-not-reached', level: 'warning', subject, text, hint, facts: { sections } };
}

/** A section that could not be read to its end. Throws what is no `BridgeError`. */
export function unread(section: string, views: readonly string[], error: unknown): Finding {
  if (!(error instanceof BridgeError)) throw error;
  return failure(codeOf(error), { fr: section, en: section }, error, { section, views });
}

function codeOf(error: BridgeError): string {
  if (error instanceof AccessError) return 'permission-denied';
  return error instanceof ConfigError ? 'query-wrong' : 'section-unread';
}

const subjectOf = ({ section }: SectionCount) => ({ fr: section, en: section });
