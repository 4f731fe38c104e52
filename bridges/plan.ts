import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTables } from '../output/importer/tables.ts';
import { checkTarget, type ImporterTarget, isForPeople } from '../output/importer/target.ts';
import { outputNotices, overrideNotices, profileNotices } from '../output/notices.ts';
import { planOf } from '../output/plan/build.ts';
import { checkPlanPath, planPath, writePlan } from '../output/plan/file.ts';
import { jsonPlan } from '../output/plan/json.ts';
import { exitCodeOf, type Plan } from '../output/plan/plan.ts';
import { textPlan } from '../output/plan/text.ts';
import { assetTable } from '../output/profile/asset-table.ts';
import { verificationNotices } from '../output/rejects/refuse.ts';
import { checkUnwritten } from '../output/verify/unwritten-rows.ts';
import { Violations } from '../output/verify/violation.ts';
import type { Bridge, Prepared } from '../shared/bridge.ts';
import { OutputError } from '../shared/errors.ts';
import type { KnownSeries } from '../shared/store/known-series.ts';
import { copyState } from '../shared/store/state-copy.ts';
import type { Notice } from '../shared/text.ts';
import type { PlanArguments } from './commands/plan.ts';
import { type LoadedConfig, loadConfig, stateFolder } from './config.ts';
import { mssqlOut } from './destination.ts';
import { type Gathered, gather, watched } from './gather.ts';
import { judgedRows } from './judged-rows.ts';
import { messages as runMessages } from './messages.ts';
import { messages } from './plan-messages.ts';
import { fileToPlan, formerOf, seriesIn } from './plan-target.ts';
import { judgeRules, sourceRequest, targetOf } from './preparation.ts';
import { labelOf } from './summary-messages.ts';
import type { Terminal } from './terminal.ts';

/** How many violations of one rule and column are listed; all are counted. */
const violationLimit = 1_000;
/** Rows of each table that the object on stdout holds; a file holds all. */
const printedRows = 1_000;

/**
 * Reads one source to its end and shows what publishing it would change; writes nothing but the plan. Sets the exit code
 * that the run would end with.
 */
export async function plan(
  bridge: Bridge,
  asked: PlanArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const path = asked.out === undefined ? null : planPath(asked.out);
  const loaded = await loadConfig(asked.config, !asked.sample || asked.for === mssqlOut);
  terminal.followConfig(loaded.config.language);
  const prepared = bridge.prepare(sourceRequest(bridge, asked, loaded, terminal));
  await inTemporaryFolder(async (folders) => {
    const state = stateFolder(asked.state, loaded.folder);
    // What is invented was never published.
    if (!asked.sample) await copyState(state, folders.state);
    const known = await seriesIn(folders.state, state, bridge.name);
    const out = fileToPlan(asked.for, bridge.name, known);
    const target = await targetOf(bridge, { ...asked, out }, loaded, terminal.secrets);
    checkTarget(target);
    if (path !== null) await checkPlanPath(path, target);
    const way = { bridge, prepared, target, known, folders, asked, loaded, terminal, signal };
    await planned(way, async (made) => {
      if (path !== null) await writePlan(made, path, terminal.language, signal);
      show(made, path, asked.json, terminal);
      process.exitCode = exitCodeOf(made);
    });
  });
}

/** Working folders of a plan: of the run, and of a copy of the state. */
interface Folders {
  readonly run: string;
  readonly state: string;
}

/** Folders of the plan's own, removed whatever becomes of it. Throws `OutputError`. */
async function inTemporaryFolder(work: (folders: Folders) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  try {
    const folders = { run: join(folder, 'run'), state: join(folder, 'state') };
    for (const each of Object.values(folders)) mkdirSync(each);
    await work(folders);
  } finally {
    // On Windows a virus scanner may hold a new file for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'bridge-plan-'));
  } catch (cause) {
    throw new OutputError(messages.folderUnmade(tmpdir()), { hint: messages.folderUnmadeHint, cause });
  }
}

/** Everything that a plan is made from. */
interface Way {
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

/** Goes the way of a run up to the judge, and hands over the plan while its rows can still be walked. */
async function planned(way: Way, use: (plan: Plan) => Promise<void>): Promise<void> {
  const { bridge, prepared, target, folders, asked, loaded, terminal, signal } = way;
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
    await use(await compared(way, gathered));
  } finally {
    gathered.close();
  }
}

async function compared(way: Way, { store, judgement, facts }: Gathered): Promise<Plan> {
  const { bridge, target, known, asked, terminal, signal } = way;
  const { profile } = target;
  const assets = () => watched(store.assets(), { progress: terminal.progress, target });
  const { relations, makers } = store;
  const looseRelations = relations.resolve();
  const content = assetTable(profile, bridge.name, assets, target.overrides?.values);
  const judged = judgedRows(store, content, target);
  let rows = 0;
  function* counted() {
    for (const row of judged.rows) {
      rows += 1;
      yield row;
    }
  }
  const alarms = judgement?.compare({ ...judged, rows: counted() }) ?? [];
  const further = { assets, relations: () => relations.relations(), looseRelations, makers };
  const { ci, main } = setTables(target, content, further);
  const checked = isForPeople(target)
    ? null
    : await checkUnwritten(main.tables, profile, violationLimit, signal);
  const replaced = checked?.replacements.get(ci) ?? { cells: 0, characters: 0 };
  const { former, notices } = formerOf(bridge.name, target, known);
  const told: readonly Notice[] = [
    ...notices,
    ...profileNotices(profile, content.unfilled, null),
    ...outputNotices(content.counts(), replaced),
    ...overrideNotices(content.overridden()),
    ...(checked ? verificationNotices(checked) : []),
  ];
  return planOf({
    file: target.path,
    publishedAt: former?.publishedAt ?? null,
    facts: facts(),
    profile,
    content,
    rows,
    formerHeaders: former?.headers ?? [],
    changes: () => judgement?.changes() ?? [],
    alarms,
    acceptDrop: asked['accept-drop'],
    violations: checked?.violations ?? new Violations(0),
    notices: told,
    wordOf: (reason) => labelOf(reason, bridge.exclusions ?? {}),
  });
}

function show(made: Plan, path: string | null, json: boolean, terminal: Terminal): void {
  for (const { text } of made.notices)
    terminal.tell({ fr: runMessages.warning(text.fr).fr, en: runMessages.warning(text.en).en });
  if (json) {
    terminal.print([...jsonPlan(made, printedRows)].join('').trimEnd());
    return;
  }
  const { language } = terminal;
  for (const line of textPlan(made, language, path === null)) terminal.print(line);
  if (path !== null) terminal.print(messages.written(path)[language]);
}
