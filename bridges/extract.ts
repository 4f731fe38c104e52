import { randomUUID } from 'node:crypto';
import { noticesOf, prepareFiles } from '../output/importer/files.ts';
import { type ImporterTarget, importerPaths } from '../output/importer/target.ts';
import { readManifest } from '../output/manifest.ts';
import type { Bridge } from '../shared/bridge.ts';
import { ConfigError } from '../shared/errors.ts';
import { appendJournal } from '../shared/run/journal.ts';
import { State } from '../shared/run/state.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import type { ExtractArguments } from './commands/extract.ts';
import { loadConfig, stateFolder } from './config.ts';
import { mssqlOut } from './destination.ts';
import { ended } from './journal-line.ts';
import { settleKilledRun } from './killed-run.ts';
import { messages } from './messages.ts';
import { tellNotices } from './notices.ts';
import { judgeRules, sourceRequest, targetOf } from './preparation.ts';
import { forgetOldLogs } from './retention.ts';
import { journalCounts, type RunResult, run } from './run.ts';
import { jsonSummary, textSummary } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Reads one source to its end and publishes its files; journals the run whatever becomes of it. */
export async function extract(
  bridge: Bridge,
  asked: ExtractArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const loaded = await loadConfig(asked.config, !asked.sample || asked.out === mssqlOut);
  terminal.followConfig(loaded.config.language);
  const target = await targetOf(bridge, asked, loaded, terminal.secrets);
  const prepared = bridge.prepare(sourceRequest(bridge, asked, loaded, terminal));
  if (asked.sample) refuseSampleOverReal(target);
  const runId = randomUUID();
  const state = new State(stateFolder(asked.state, loaded.folder), runId);
  const startedAt = new Date();
  const now = () => new Date();
  const entry = {
    runId,
    startedAt: startedAt.toISOString(),
    version,
    source: bridge.name,
    sample: asked.sample,
  };
  try {
    const { keepRuns } = loaded.config.rules;
    tellNotices(await settleKilledRun(bridge.name, target, state.folder, keepRuns, signal), terminal);
    // A publishing that was finished just now may be of the real fleet.
    if (asked.sample) refuseSampleOverReal(target);
    target.database?.begin(runId);
    await prepareFiles(target);
    // Before a long reading, not after it.
    if (!asked.sample) SiteStore.check(state.folder);
    await target.database?.check(signal);
    const { progress } = terminal;
    const { folder: stateFolder, runFolder: folder } = state;
    const request = {
      source: bridge.name,
      sample: asked.sample,
      prepared,
      target,
      software: loaded.config.software,
      folder,
      stateFolder,
      runId,
      population: loaded.config.rules,
      rules: asked.sample ? null : judgeRules(asked, loaded),
    };
    const result = await run({ ...request, now, progress, signal });
    const counts = journalCounts(result);
    appendJournal(state.folder, {
      ...entry,
      ...ended(null, terminal.secrets),
      counts,
      files: result.files.paths,
    });
    show(result, bridge, asked.json, terminal);
  } catch (error) {
    const failure = signal.aborted ? signal.reason : error;
    appendJournal(state.folder, { ...entry, ...ended(failure, terminal.secrets), counts: null, files: [] });
    throw failure;
  } finally {
    forgetOldLogs(state.folder, loaded.config.rules.keepLogs, now());
    state.close();
  }
}

/** Invented machines must never take the place of a real fleet that the importer reads tonight. */
function refuseSampleOverReal({ path, software }: ImporterTarget): void {
  for (const each of software === undefined ? [path] : [path, software])
    if (readManifest(importerPaths({ path: each }).manifest)?.source.sample === false)
      throw new ConfigError(messages.sampleOverReal(each), { hint: messages.sampleOverRealHint });
}

function show(result: RunResult, bridge: Bridge, json: boolean, terminal: Terminal): void {
  tellNotices([...result.facts.notices, ...noticesOf(result.files)], terminal);
  const lines = json
    ? [JSON.stringify(jsonSummary(result))]
    : textSummary(result, bridge.exclusions ?? {}, terminal.language);
  for (const line of lines) terminal.print(line);
}
