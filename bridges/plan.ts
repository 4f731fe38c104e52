import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTarget } from '../output/importer/target.ts';
import { checkPlanPath, planPath, writePlan } from '../output/plan/file.ts';
import { jsonPlan } from '../output/plan/json.ts';
import { exitCodeOf, type Plan } from '../output/plan/plan.ts';
import { textPlan } from '../output/plan/text.ts';
import type { Bridge } from '../shared/bridge.ts';
import { OutputError } from '../shared/errors.ts';
import { copyState } from '../shared/store/state-copy.ts';
import type { PlanArguments } from './commands/plan.ts';
import { loadConfig, stateFolder } from './config.ts';
import { mssqlOut } from './destination.ts';
import { tellNotices } from './notices.ts';
import { messages } from './plan-messages.ts';
import { fileToPlan, seriesIn } from './plan-target.ts';
import { type Folders, planned } from './planned-run.ts';
import { sourceRequest, targetOf } from './preparation.ts';
import type { Terminal } from './terminal.ts';

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
    const request = { bridge, prepared, target, known, folders, asked, loaded, terminal, signal };
    await planned(request, async (made) => {
      if (path !== null) await writePlan(made, path, terminal.language, signal);
      show(made, path, asked.json, terminal);
      process.exitCode = exitCodeOf(made);
    });
  });
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

function show(made: Plan, path: string | null, json: boolean, terminal: Terminal): void {
  tellNotices(made.notices, terminal);
  if (json) {
    terminal.print([...jsonPlan(made, printedRows)].join('').trimEnd());
    return;
  }
  const { language } = terminal;
  for (const line of textPlan(made, language, path === null)) terminal.print(line);
  if (path !== null) terminal.print(messages.written(path)[language]);
}
