import type { Finding } from '../../shared/finding.ts';
import type { Text } from '../../shared/text.ts';
import type { Manifest } from '../manifest.ts';
import type { Compared, Comparison, Difference } from './compare.ts';
import { messages } from './finding-messages.ts';

/** How many items each finding names; all are counted. */
const itemsNamed = 20;
/** Lists that are cut into pages are so by round numbers. */
const pageMultiple = 50;

/** The file that was sent. */
export function fileFinding({ source, finishedAt }: Manifest, sent: number): Finding {
  const text = messages.sent(sent, source.name.toUpperCase(), finishedAt.slice(0, 10));
  return { code: 'sent', level: 'ok', subject: messages.file, text, facts: { count: sent } };
}

/**
 * The list that Octopus gave. `isWhole`: the answer itself says that these are all rows; `isMissed`: some of what was
 * sent is not among them.
 */
export function listFinding(id: string, rows: number, isWhole: boolean, isMissed: boolean): Finding {
  const about = { subject: messages.octopus, facts: { list: id, count: rows } };
  if (rows === 0) {
    const hint = messages.heldNothingHint;
    return { ...about, code: 'held-nothing', level: 'warning', text: messages.heldNothing(id), hint };
  }
  if (!isWhole && isMissed && rows % pageMultiple === 0) {
    const hint = messages.perhapsPageHint;
    return { ...about, code: 'held-page', level: 'warning', text: messages.perhapsPage(rows, id), hint };
  }
  return { ...about, code: 'held', level: 'ok', text: messages.held(rows, id) };
}

/** What the comparison found, an ok for what agrees and a warning for each way in which something does not. */
export function comparisonFindings(comparison: Comparison, sent: number, compared: Compared): Finding[] {
  const { found, missing, otherName, otherSerial, otherType } = comparison;
  const fields = messages.fields(compared.serial, compared.type);
  const agreeing: Finding = {
    code: 'found',
    level: 'ok',
    subject: messages.found,
    text: messages.foundText(found, sent, fields),
    facts: { count: found },
  };
  const pairs = (differences: readonly Difference[]) => differences.map(pair);
  return [
    ...(found > 0 ? [agreeing] : []),
    ...warning('missing', messages.missing, missing.map(shown), messages.missingText, messages.missingHint),
    ...warning(
      'other-name',
      messages.otherName,
      pairs(otherName),
      messages.otherNameText,
      messages.otherNameHint,
    ),
    ...warning(
      'other-serial',
      messages.otherSerial,
      pairs(otherSerial),
      messages.otherSerialText,
      messages.otherSerialHint,
    ),
    ...warning(
      'other-type',
      messages.otherType,
      pairs(otherType),
      messages.otherTypeText,
      messages.otherTypeHint,
    ),
  ];
}

function warning(
  code: string,
  subject: Text,
  items: readonly string[],
  textOf: (count: number, items: readonly string[]) => Text,
  hint: Text,
): Finding[] {
  if (items.length === 0) return [];
  const named = items.slice(0, itemsNamed);
  const facts = { count: items.length, items: named };
  return [{ code, level: 'warning', subject, text: textOf(items.length, named), hint, facts }];
}

function pair({ name, sent, held }: Difference): string {
  const other = held === null ? '-' : shown(held);
  return name === sent ? `${shown(name)} → ${other}` : `${shown(name)} (${shown(sent)} → ${other})`;
}

const longestShown = 60;

/** A value from elsewhere as it may stand in a line: no control characters, not endless. */
function shown(value: string): string {
  const clean = value.replace(/[\p{Control}\p{Format}\p{Surrogate}\u2028\u2029]+/gu, ' ');
  return clean.length > longestShown ? `${clean.slice(0, longestShown)}…` : clean;
}
