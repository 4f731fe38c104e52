import type { Alarm } from '../../shared/judge/guard.ts';
import { messages as judgeMessages } from '../../shared/judge/messages.ts';
import type { Change } from '../../shared/store/comparison.ts';
import type { Notice, Text } from '../../shared/text.ts';
import type { RunFacts } from '../manifest.ts';
import type { AssetTable } from '../profile/asset-table.ts';
import type { Profile } from '../profile/profile.ts';
import { refuses } from '../verify/rules.ts';
import type { Violations } from '../verify/violation.ts';
import { countMessages, messages } from './messages.ts';
import { effectsOf, type PlanTally, tally } from './outcome.ts';
import type { Plan, PlanCount, Refusal } from './plan.ts';
import { alarmTable, changeTables, factTables, total, violationTable } from './tables.ts';

/** How a run ends that the guard, or the importer's contract, refuses. */
const guardExitCode = 5;
const contractExitCode = 6;

/** A run that was read, judged and checked, and not written. */
export interface PlannedRun {
  readonly file: string;
  readonly publishedAt: string | null;
  readonly facts: RunFacts;
  readonly profile: Profile;
  readonly content: AssetTable;
  readonly rows: number;
  /** Headers of the last publication. */
  readonly formerHeaders: readonly string[];
  /** Gives the same differences each time; those of one CI follow each other. */
  readonly changes: () => Iterable<Change>;
  readonly alarms: readonly Alarm[];
  /** Whether `--accept-drop` was given. */
  readonly acceptDrop: boolean;
  /** What the rows break of the importer's contract. */
  readonly violations: Violations;
  /** What writing would tell. */
  readonly notices: readonly Notice[];
  /** The words for a reason of exclusion. */
  readonly wordOf: (reason: string) => Text;
}

/** The plan of a run. Goes over its differences once; what is shown goes over them again. */
export function planOf(run: PlannedRun): Plan {
  const { facts, profile, content, changes, alarms, acceptDrop, violations } = run;
  const effectOf = effectsOf(profile, content);
  const counted = tally(changes(), effectOf);
  const accepted = acceptDrop && alarms.length > 0;
  const said = accepted ? [{ code: 'guard-accepted', text: judgeMessages.accepted(alarms) }] : [];
  return {
    source: facts.source.name,
    sample: facts.source.sample,
    file: run.file,
    publishedAt: run.publishedAt,
    rows: run.rows,
    refusals: [...(accepted ? [] : guardRefusal(alarms)), ...contractRefusal(violations)],
    ...countsOf(counted, run),
    notices: [...facts.notices, ...said, ...run.notices, ...goneNotice(run)],
    tables: [
      ...(alarms.length > 0 ? [alarmTable(alarms)] : []),
      ...(violations.refusing > 0 ? [violationTable(violations)] : []),
      ...changeTables(changes, effectOf, counted, profile.ci.tags.ManageCIRetirement),
      ...factTables(facts, run.wordOf),
    ],
  };
}

function countsOf({ outcomes, rows }: PlanTally, run: PlannedRun): Pick<Plan, 'octopus' | 'others'> {
  const count = (code: keyof typeof countMessages, value: number): PlanCount => ({
    code,
    ...countMessages[code],
    count: value,
  });
  const { excluded, duplicates } = run.facts;
  return {
    octopus: [
      count('add', outcomes.add),
      count('modify', outcomes.modify),
      count('activate', outcomes.activate),
      count('deactivate', outcomes.deactivate),
      count('ignored', total(excluded) + total(duplicates)),
    ],
    others: [
      count('rename', outcomes.rename),
      count('return', outcomes.return),
      count('blank', outcomes.blank),
      count('missing', outcomes.missing),
      count('unchanged', run.rows - rows),
    ],
  };
}

const guardRefusal = (alarms: readonly Alarm[]): Refusal[] =>
  alarms.length === 0
    ? []
    : [
        {
          exitCode: guardExitCode,
          text: judgeMessages.refused(alarms),
          hint: judgeMessages.refusedHint,
        },
      ];

function contractRefusal(violations: Violations): Refusal[] {
  if (violations.refusing === 0) return [];
  const rules = [...violations.counts].filter(([code]) => refuses(code));
  const text = messages.refusedRows(
    violations.refusing,
    rules.map(([code, count]) => `${code} ${count}`).join(', '),
  );
  return [{ exitCode: contractExitCode, text, hint: messages.refusedRowsHint }];
}

/** Columns that nothing is sent for any more; what they held stays in Octopus, and no difference tells it. */
function goneNotice({ formerHeaders, content }: PlannedRun): Notice[] {
  const sent = new Set(content.table.columns.map(({ header }) => header));
  const gone = formerHeaders.filter((header) => !sent.has(header));
  return gone.length > 0 ? [{ code: 'columns-gone', text: messages.columnsGone(gone) }] : [];
}
