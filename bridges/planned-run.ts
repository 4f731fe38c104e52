import { randomUUID } from 'node:crypto';
import type { ImporterTable } from '../output/importer/groups.ts';
import { setTables } from '../output/importer/tables.ts';
import { type ImporterTarget, isForPeople } from '../output/importer/target.ts';
import { outputNotices, overrideNotices, profileNotices } from '../output/notices.ts';
import { planOf } from '../output/plan/build.ts';
import type { Plan } from '../output/plan/plan.ts';
import { type AssetTable, assetTable } from '../output/profile/asset-table.ts';
import { verificationNotices } from '../output/rejects/refuse.ts';
import { UnwrittenRows } from '../output/verify/unwritten-rows.ts';
import type { Bridge, Prepared } from '../shared/bridge.ts';
import type { KnownSeries } from '../shared/store/known-series.ts';
import type { PlanArguments } from './commands/plan.ts';
import type { LoadedConfig } from './config.ts';
import { type Gathered, gather } from './gather.ts';
import { judgedColumns, rowKeeper } from './judged-rows.ts';
import { formerOf } from './plan-target.ts';
import { judgeRules } from './preparation.ts';
import { labelOf } from './summary-messages.ts';
import type { Terminal } from './terminal.ts';

/** How many violations of one rule and column are listed; all are counted. */
const violationLimit = 1_000;
const checkedAtOnce = 1_000;

/** Working folders of a plan: of the run, and of a copy of the state. */
export interface Folders {
  readonly run: string;
  readonly state: string;
}

/** Everything that a plan is made from. */
export interface PlanRequest {
  readonly bridge: Bridge;
  readonly prepared: Prepared;
  readonly target: ImporterTarget;
  readonly known: readonly KnownSeries[];
  readonly folders: Folders;
  readonly asked: PlanArguments;
  readonly loaded: LoadedConfig;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** What comparing needs of it. */
export interface ComparedRequest extends Pick<PlanRequest, 'bridge' | 'target' | 'known' | 'signal'> {
  readonly asked: Pick<PlanArguments, 'accept-drop'>;
  readonly terminal: Pick<Terminal, 'progress'>;
}

/** Goes the way of a run up to the judge, and hands over the plan while its rows can still be walked. */
export async function planned(request: PlanRequest, use: (plan: Plan) => Promise<void>): Promise<void> {
  const { bridge, prepared, target, folders, asked, loaded, terminal, signal } = request;
  const gathered = await gather({
    source: bridge.name,
    sample: asked.sample,
    population: loaded.config.rules,
    rules: judgeRules(asked, loaded),
    prepared,
    target,
    software: loaded.config.software,
    folder: folders.run,
    stateFolder: folders.state,
    runId: randomUUID(),
    now: () => new Date(),
    progress: terminal.progress,
    signal,
  });
  try {
    await use(await compared(request, gathered));
  } finally {
    gathered.close();
  }
}

/** The plan of what was gathered: compared with what was published last, held against the importer's contract. */
export async function compared(request: ComparedRequest, gathered: Gathered): Promise<Plan> {
  const { bridge, target, known, asked, terminal } = request;
  const { store, judgement, facts } = gathered;
  const { profile } = target;
  const keeper = rowKeeper(store, { progress: terminal.progress, target });
  const content = assetTable(profile, bridge.name, store.assets(), target.overrides?.values, keeper);
  const judged = await judgedAndChecked(request, gathered, content);
  const { former, notices } = formerOf(bridge.name, target, known);
  return planOf({
    ...judged,
    file: target.path,
    publishedAt: former?.publishedAt ?? null,
    facts: facts(),
    profile,
    content,
    formerHeaders: former?.headers ?? [],
    changes: () => judgement?.changes() ?? [],
    acceptDrop: asked['accept-drop'],
    notices: [...notices, ...judged.notices],
    wordOf: (reason) => labelOf(reason, bridge.exclusions ?? {}),
  });
}

/** Compares the rows with the last published ones, and holds them against the importer's contract on the way. */
async function judgedAndChecked(
  { target, signal }: ComparedRequest,
  { store, judgement }: Gathered,
  content: AssetTable,
) {
  const { relations, makers } = store;
  const assets = () => store.assets();
  const looseRelations = relations.resolve();
  const further = { assets, relations: () => relations.relations(), looseRelations, makers };
  const { ci, main } = setTables(target, content, further);
  const unwritten = new UnwrittenRows(target.profile, violationLimit);
  // What people read is held against nothing.
  const ciCheck = isForPeople(target) ? null : unwritten.begin(ci);
  let rows = 0;
  for (const row of content.table.rows()) {
    rows += 1;
    ciCheck?.check(row);
  }
  const alarms = judgement?.compare(judgedColumns(target.profile, content)) ?? [];
  const others = ciCheck ? main.tables.filter((each) => each !== ci) : [];
  for (const each of others) await checkTable(each, unwritten, signal);
  const replaced = ciCheck?.replacements() ?? { cells: 0, characters: 0 };
  const notices = [
    ...profileNotices(target.profile, content.unfilled, null),
    ...outputNotices(content.counts, replaced),
    ...overrideNotices(content.overridden),
    ...verificationNotices(unwritten),
  ];
  return { rows, alarms, notices, violations: unwritten.violations };
}

/** Checks a table beside the CI, with a pause now and then for whoever wants to stop. */
async function checkTable(
  table: ImporterTable,
  unwritten: UnwrittenRows,
  signal: AbortSignal,
): Promise<void> {
  const { check } = unwritten.begin(table);
  let count = 0;
  for (const row of table.table.rows()) {
    check(row);
    count += 1;
    if (count % checkedAtOnce !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}
