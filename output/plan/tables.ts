import type { Alarm } from '../../shared/judge/guard.ts';
import { alarmText } from '../../shared/judge/messages.ts';
import type { Change } from '../../shared/store/comparison.ts';
import type { Text } from '../../shared/text.ts';
import type { RunFacts } from '../manifest.ts';
import { refuses, ruleHint, ruleText } from '../verify/rules.ts';
import type { Violations } from '../verify/violation.ts';
import { effectMessages, headerMessages, kindMessages, tableMessages } from './messages.ts';
import type { EffectOf, PlanTally } from './outcome.ts';
import type { Cell, PlanHeader, PlanTable } from './plan.ts';

type HeaderName = keyof typeof headerMessages;
type TitledTable = Exclude<keyof typeof tableMessages, 'missingRetired'>;

/** A table under its title; `about` where the usual remark does not hold. */
const tableOf = (
  code: TitledTable,
  headers: readonly HeaderName[],
  count: number,
  rows: () => Iterable<readonly Cell[]>,
  about: Text = tableMessages[code].about,
): PlanTable => ({
  code,
  title: tableMessages[code].title,
  about,
  headers: headers.map((name): PlanHeader => ({ name, text: headerMessages[name] })),
  count,
  rows,
});

/** What is told of the differences: by column, one by one, and what is to be done by hand. */
export function changeTables(
  changes: () => Iterable<Change>,
  effectOf: EffectOf,
  { columns, differences, renames, missing }: PlanTally,
  retiresMissing: boolean,
): PlanTable[] {
  const mostFirst = [...columns].sort(([a, { changed: most }], [b, { changed }]) =>
    most === changed ? (a < b ? -1 : 1) : changed - most,
  );
  const of = (kinds: (change: Change) => boolean, cells: (change: Change) => readonly Cell[]) =>
    function* () {
      for (const change of changes()) if (kinds(change)) yield cells(change);
    };
  return [
    tableOf('columns', ['column', 'changed', 'kept'], columns.size, () =>
      mostFirst.map(([header, { changed, kept }]) => [header, changed, kept]),
    ),
    tableOf(
      'differences',
      ['kind', 'name', 'key', 'column', 'before', 'after', 'effect'],
      differences,
      of(
        ({ kind }) => kind !== 'missing',
        (change) => {
          const { kind, name, key, header, before, after } = change;
          const effect = effectOf(change);
          const said = { code: effect, text: effectMessages[effect] };
          return [{ code: kind, text: kindMessages[kind] }, name, key, header, before, after, said];
        },
      ),
    ),
    tableOf(
      'renames',
      ['before', 'after', 'key'],
      renames,
      of(
        ({ kind }) => kind === 'renamed',
        ({ before, after, key }) => [before, after, key],
      ),
    ),
    tableOf(
      'missing',
      ['name', 'key'],
      missing,
      of(
        ({ kind }) => kind === 'missing',
        ({ name, key }) => [name, key],
      ),
      retiresMissing ? tableMessages.missingRetired : tableMessages.missing.about,
    ),
  ];
}

/** What the run left out, and what is to be looked at; `wordOf` gives the words for a reason. */
export function factTables(
  { duplicates, gaveWay, excluded, identity }: RunFacts,
  wordOf: (reason: string) => Text,
): PlanTable[] {
  const said = (reason: string) => ({ code: reason, text: wordOf(reason) });
  const all = (codes: readonly string[]) => {
    const words = codes.map(wordOf);
    const text = { fr: words.map(({ fr }) => fr).join(', '), en: words.map(({ en }) => en).join(', ') };
    return { code: codes.join(' '), text };
  };
  const held = identity.renames.filter((rename) => rename.held);
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  return [
    tableOf('duplicates', ['reason', 'name', 'key', 'keptName', 'keptKey'], total(duplicates), () =>
      gaveWay.map(({ reason, name, key, keptName, keptKey }) => [said(reason), name, key, keptName, keptKey]),
    ),
    tableOf('held', ['before', 'after', 'key'], held.length, () =>
      held.map(({ former, name, key }) => [former, name, key]),
    ),
    tableOf('unidentified', ['name', 'key', 'reason'], identity.unidentifiedCount, () =>
      identity.unidentified.map(({ name, key, reasons: lacking }) => [name, key, all(lacking)]),
    ),
    tableOf('leftOut', ['name', 'key', 'since'], identity.leftOutCount, () =>
      identity.leftOut.map(({ name, key, since }) => [name, key, since]),
    ),
    tableOf('exclusions', ['reason', 'count'], reasons.length, () =>
      reasons.map(([reason, count]) => [said(reason), count]),
    ),
  ];
}

/** What the guard does not believe. */
export const alarmTable = (alarms: readonly Alarm[]): PlanTable =>
  tableOf('alarms', ['finding', 'subject', 'count', 'outOf'], alarms.length, () =>
    alarms.map((alarm) => [
      { code: `${alarm.kind}-${alarm.scope}`, text: alarmText(alarm) },
      alarm.subject,
      alarm.count,
      alarm.before,
    ]),
  );

/** What would refuse the rows; of one rule and column as many as the verification kept. */
export const violationTable = (violations: Violations): PlanTable =>
  tableOf('violations', ['finding', 'name', 'column', 'value', 'hint'], violations.refusing, () =>
    violations.kept
      .filter(({ code }) => refuses(code))
      .map((violation) => {
        const { code, name, header, cell } = violation;
        const hint = { code, text: ruleHint(code) };
        return [{ code, text: ruleText(code, violation) }, name, header, cell, hint];
      }),
  );

/** Sum of some counts. */
export const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
