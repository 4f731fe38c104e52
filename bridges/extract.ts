import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { contentNames } from '../output/contents/contents.ts';
import { noticesOf, prepareFiles } from '../output/importer/files.ts';
import { type ImporterTarget, importerPaths } from '../output/importer/target.ts';
import { readManifest } from '../output/manifest.ts';
import { loadProfile } from '../output/profile/profile.ts';
import { readOverrides } from '../output/rejects/overrides.ts';
import { excelSettings } from '../output/xlsx/writer.ts';
import type { Bridge, SourceRequest } from '../shared/bridge.ts';
import { ConfigError } from '../shared/errors.ts';
import type { JudgeRules } from '../shared/judge/judgement.ts';
import { appendJournal } from '../shared/run/journal.ts';
import { State } from '../shared/run/state.ts';
import type { Secrets } from '../shared/secret.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import type { Notice } from '../shared/text.ts';
import type { ExtractArguments } from './commands/extract.ts';
import { type LoadedConfig, loadConfig, rulesOf, stateFolder } from './config.ts';
import { destinationOf, mssqlOut } from './destination.ts';
import { ended } from './journal-line.ts';
import { settleKilledRun } from './killed-run.ts';
import { messages } from './messages.ts';
import { chooseProfile } from './profile-choice.ts';
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

const judgeRules = (asked: ExtractArguments, { config }: LoadedConfig): JudgeRules => {
  const { guard, keepRuns } = config.rules;
  return { guard, keepRuns, acceptDrop: asked['accept-drop'] };
};

async function targetOf(
  bridge: Bridge,
  asked: ExtractArguments,
  loaded: LoadedConfig,
  secrets: Secrets,
): Promise<ImporterTarget> {
  return {
    ...destinationOf(asked.out, loaded, secrets),
    dataImporterFolder: loaded.config.dataImporter.folder ?? null,
    profile: loadProfile(chooseProfile(asked.profile, loaded).profile),
    bridgeName: bridge.name,
    encoding: asked.encoding,
    ...(asked.software !== undefined && { software: resolve(asked.software) }),
    // The sample shows everything that there is; a real run what the site has prepared in Octopus.
    contents: loaded.config.contents ?? (asked.sample && loaded.folder === null ? contentNames : ['CI']),
    xlsx: { ...excelSettings, strings: loaded.config.xlsx.strings ?? excelSettings.strings },
    ...(asked.overrides !== undefined && { overrides: await readOverrides(resolve(asked.overrides)) }),
  };
}

/** Invented machines must never take the place of a real fleet that the importer reads tonight. */
function refuseSampleOverReal({ path, software }: ImporterTarget): void {
  for (const each of software === undefined ? [path] : [path, software])
    if (readManifest(importerPaths({ path: each }).manifest)?.source.sample === false)
      throw new ConfigError(messages.sampleOverReal(each), { hint: messages.sampleOverRealHint });
}

function sourceRequest(
  bridge: Bridge,
  asked: ExtractArguments,
  { config, folder }: LoadedConfig,
  { secrets }: Terminal,
): SourceRequest {
  const settings = asked.sample ? null : config.sources[bridge.name];
  if (settings === undefined) {
    const path = asked.config ?? join(folder ?? '.', 'bridge.yaml');
    const hint = messages.sourceMissingHint(bridge.name);
    throw new ConfigError(messages.sourceMissing(bridge.name, path), { hint });
  }
  return { settings, rules: rulesOf(config, bridge), siteFolder: folder, secrets };
}

function show(result: RunResult, bridge: Bridge, json: boolean, terminal: Terminal): void {
  tellNotices([...result.facts.notices, ...noticesOf(result.files)], terminal);
  const lines = json
    ? [JSON.stringify(jsonSummary(result))]
    : textSummary(result, bridge.exclusions ?? {}, terminal.language);
  for (const line of lines) terminal.print(line);
}

function tellNotices(notices: readonly Notice[], terminal: Terminal): void {
  for (const { text } of notices)
    terminal.tell({ fr: messages.warning(text.fr).fr, en: messages.warning(text.en).en });
}
