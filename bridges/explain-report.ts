import type { Bridge } from '../shared/bridge.ts';
import type { SetAside } from '../shared/device/set-aside.ts';
import type { KeptDevice } from '../shared/store/kept-device.ts';
import type { KeptChange, KeptItem, KeptRun } from '../shared/store/kept-item.ts';
import type { Language, Text } from '../shared/text.ts';
import { hanging, lineWidth, sectionLines, sectionsOf } from './explain-layout.ts';
import {
  changeWords,
  clockWords,
  duplicateWords,
  kindWords,
  lossWords,
  matchWords,
  messages,
  outcomeWords,
  setAsideWords,
  tierWords,
} from './explain-messages.ts';
import {
  type Decision,
  type Explanation,
  fileOfSeries,
  type Judged,
  type WrittenCell,
} from './explanation.ts';

/** How an explanation is told. */
interface Telling {
  readonly bridge: Bridge;
  readonly sample: boolean;
  readonly language: Language;
}

/** The five steps of one device, for a person. */
export function explanationLines(explanation: Explanation, { sample, bridge, language }: Telling): string[] {
  const say = (text: Text) => text[language];
  const { device, run, file, rows, decisions, asset, setAside, judged, written } = explanation;
  const count = Object.values(rows).reduce((sum, each) => sum + each.length, 0);
  const title = [device.name, device.key, say(outcomeWords[judged.outcome])].filter((each) => each !== null);
  const noAsset = `  ${say(messages.noAsset)}`;
  const value = (name: string, content: unknown) => valueText(name, content, language);
  return [
    title.join(' · '),
    sample ? say(messages.ofSample(bridge.name)) : say(messages.ofRun(bridge.name, run.startedAt, file)),
    '',
    say(messages.rowsTitle(count, Object.keys(rows).length)),
    ...sectionLines(rows, value),
    '',
    say(messages.rulesTitle),
    ...(decisions === null ? [noAsset] : decisionLines(decisions, language)),
    '',
    say(messages.assetTitle),
    ...(asset === null ? [noAsset] : sectionLines(sectionsOf(asset), value)),
    ...setAsideLines(setAside, language),
    '',
    say(messages.judgedTitle),
    ...judgedLines(judged, sample, language).flatMap((line) => hanging('  ', line)),
    '',
    say(messages.rowTitle),
    ...(written === null
      ? [`  ${say(messages.noRow)}`]
      : [...cellLines(written.cells, language), ...(sample ? [] : changeLines(written.changes, language))]),
  ];
}

/** What is known of a CI that the last run did not read. */
export function itemLines(item: KeptItem, { name: source }: Bridge, language: Language): string[] {
  const { key, name, cells, firstRun, missingSince, retired } = item;
  const file = fileOfSeries(source, item.series);
  const gone = retired
    ? messages.isRetired
    : missingSince
      ? messages.missingSince(dayOf(missingSince))
      : messages.notKept;
  return [
    [name, key].join(' · '),
    file,
    '',
    messages.judgedTitle[language],
    ...[messages.firstRun(dayOf(firstRun)), gone].flatMap((text) => hanging('  ', text[language])),
    '',
    messages.lastRowTitle[language],
    ...cellLines(
      cells.map(([header, cell]) => ({ header, cell, fields: [], losses: [] })),
      language,
    ),
  ];
}

/** The keys of several devices, one of which to ask for. */
export function candidateLines(candidates: readonly KeptDevice[], language: Language): string[] {
  const width = Math.max(...candidates.map(({ key }) => key.length));
  return [
    messages.several(candidates.length)[language],
    ...candidates.map(
      ({ key, name, outcome }) =>
        `  ${key.padEnd(width)}  ${name ?? unknown} · ${outcomeWords[outcome][language]}`,
    ),
  ];
}

/** Room for a value beside what is said of it. */
const valueWidth = 30;

/** A value and what is said of it, behind its label; under each other where both do not fit in one line. */
function valueLines(label: string, value: string, about: string): string[] {
  const text = value === '' ? unknown : value;
  const before = `  ${label}  `;
  if (about === '') return hanging(before, text);
  if (text.length <= valueWidth) return hanging(`${before}${text.padEnd(valueWidth)} ← `, about);
  const together = `${before}${text} ← ${about}`;
  if (together.length <= lineWidth) return [together];
  return [...hanging(before, text), ...hanging(`${' '.repeat(before.length)}← `, about)];
}

function decisionLines(decisions: readonly Decision[], language: Language): string[] {
  const silent = decisions.filter(({ value, rule }) => (value ?? null) === null && rule === 'none');
  const told = decisions.filter((each) => !silent.includes(each));
  const width = Math.max(0, ...told.map(({ field }) => field.length));
  const lines = told.flatMap(({ field, value, rule, words }) => {
    const text = (value ?? null) === null ? '' : valueText(field, value, language);
    return valueLines(field.padEnd(width), text, words?.[language] ?? rule);
  });
  if (silent.length === 0) return lines;
  const fields = silent.map(({ field }) => field).join(', ');
  return [...lines, ...hanging('  ', messages.notTold(fields)[language])];
}

const setAsideLines = (found: readonly SetAside[], language: Language): string[] =>
  found.flatMap(({ kind, value, from, reason }) =>
    hanging('  ', messages.setAside(kindWords[kind], value, from, setAsideWords[reason])[language]),
  );

function judgedLines(judged: Judged, sample: boolean, language: Language): string[] {
  const { outcome, reason, words, gaveWayTo, gaveWay, matched, formerKey, formerName, item } = judged;
  const { staleness } = judged;
  const by = (code: string | null): Text => duplicateWords[code ?? ''] ?? plain(code ?? '?');
  const known = ({ key, name }: { key: string; name: string | null }) =>
    [name, key].filter(Boolean).join(' · ');
  const lines: Text[] = [
    outcome === 'excluded' ? messages.excluded(words, reason ?? '?') : messages.ofPopulation,
    ...(gaveWayTo ? [messages.gaveWayTo(known(gaveWayTo), by(reason))] : []),
    ...gaveWay.map((each) => messages.gaveWay(known(each), by(each.reason))),
    ...(staleness
      ? [messages.silence(tierWords[staleness.tier], clockWords[staleness.clock], staleness.since)]
      : []),
    ...(outcome === 'gaveWay' || outcome === 'excluded' || gaveWay.length > 0 ? [] : [messages.alone]),
  ];
  // Nothing was published before the sample, nor ever will be.
  if (sample) return lines.map((line) => line[language]);
  if (outcome === 'published')
    lines.push(matched === null ? messages.isNew : messages.toldAgain(matchWords[matched]));
  if (formerKey !== null || formerName !== null)
    lines.push(messages.former([formerName, formerKey].filter((each) => each !== null).join(' · ')));
  if (item) lines.push(messages.firstRun(dayOf(item.firstRun)));
  if (item?.missingSince) lines.push(messages.missingSince(dayOf(item.missingSince)));
  if (item?.retired) lines.push(messages.isRetired);
  return lines.map((line) => line[language]);
}

function cellLines(cells: readonly WrittenCell[], language: Language): string[] {
  const isTold = ({ cell, losses }: WrittenCell) => cell !== '' || losses.length > 0;
  const width = Math.max(0, ...cells.filter(isTold).map(({ header }) => header.length));
  const lines = cells.filter(isTold).flatMap(({ header, cell, fields, losses }) => {
    const why = losses.map((loss) => lossWords[loss][language]).join('; ');
    return valueLines(header.padEnd(width), cell, why === '' ? fields.join(', ') : why);
  });
  const empty = cells.filter((each) => !isTold(each)).map(({ header }) => header);
  return empty.length === 0
    ? lines
    : [...lines, ...hanging('  ', messages.emptyCells(empty.join(', '))[language])];
}

function changeLines(changes: readonly KeptChange[], language: Language): string[] {
  if (changes.length === 0) return [`  ${messages.unchanged[language]}`];
  return changes.flatMap(({ kind, header, before, after }) => {
    const what = changeWords[kind][language];
    const cell = header === null ? '' : ` ${header}: ${before || unknown} → ${after || unknown}`;
    return hanging('  ', `${messages.change[language]} ${what}${cell}`);
  });
}

const plain = (text: string): Text => ({ fr: text, en: text });

const dayOf = ({ startedAt }: KeptRun): string | null => startedAt;

const unknown = '—';
const gibibyte = 1024 ** 3;

/** A value as a person reads it. */
function valueText(name: string, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return messages[value ? 'yes' : 'no'][language];
  if (typeof value === 'number' && /bytes$/iu.test(name) && value >= gibibyte)
    return `${value} (${messages.gibibytes(Math.round((value / gibibyte) * 10) / 10)[language]})`;
  if (Array.isArray(value)) return value.map((each) => valueText(name, each, language)).join(', ');
  if (typeof value === 'object' && value !== null) {
    const parts = Object.values(value).filter((each) => each !== null && each !== '');
    return [...new Set(parts)].map((each) => valueText('', each, language)).join(', ');
  }
  return String(value);
}
