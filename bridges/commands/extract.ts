import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { type ImporterTarget, prepareImporterFiles } from '../../output/importer-target.ts';
import { loadProfile } from '../../output/profile.ts';
import type { Bridge, SourceRequest } from '../../shared/bridge.ts';
import { BridgeError, ConfigError } from '../../shared/errors.ts';
import { appendJournal } from '../../shared/journal.ts';
import { State } from '../../shared/state.ts';
import { type LoadedConfig, loadConfig } from '../config.ts';
import { messages } from '../messages.ts';
import { journalCounts, type RunResult, run } from '../run.ts';
import { jsonSummary, textSummary } from '../summary.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

const stateFolderName = 'bridge-state';
const defaultProfile = 'octopus-fr';

interface ExtractArguments {
  readonly out: string;
  readonly sample: boolean;
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** `bridge <source>`: read everything, publish the importer's files. */
export function extractCommand(
  bridge: Bridge,
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ExtractArguments> {
  const say = (text: { fr: string; en: string }) => text[terminal.language];
  return {
    command: bridge.name,
    describe: say(messages.extractDescription(bridge.title)),
    builder: (line: Argv) =>
      line
        .option('out', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: say(messages.optionOut),
        })
        .option('sample', { type: 'boolean', default: false, describe: say(messages.optionSample) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.optionConfig) })
        .option('profile', { type: 'string', requiresArg: true, describe: say(messages.optionProfile) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.optionState) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.optionJson) })
        .example(`$0 ${bridge.name} --sample --out assets.xlsx`, say(messages.exampleSample))
        .example(`$0 ${bridge.name} --out assets.xlsx`, say(messages.exampleReal)),
    handler: (asked) => extract(bridge, asked, terminal, signal),
  };
}

async function extract(
  bridge: Bridge,
  asked: ExtractArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const loaded = loadConfig(asked.config, !asked.sample);
  terminal.followConfig(loaded.config.language);
  const target = targetOf(bridge, asked, loaded);
  const prepared = bridge.prepare(sourceRequest(bridge, asked, loaded, terminal));
  await prepareImporterFiles(target);
  const runId = randomUUID();
  const state = new State(resolve(asked.state ?? join(loaded.folder ?? '.', stateFolderName)), runId);
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
    const { progress } = terminal;
    const folder = state.runFolder;
    const request = { source: bridge.name, sample: asked.sample, prepared, target, folder, runId };
    const result = await run({ ...request, now, progress, signal });
    const counts = journalCounts(result);
    appendJournal(state.folder, { ...entry, ...ended(0, null), counts, files: result.files.paths });
    show(result, asked.json, terminal);
  } catch (error) {
    const failure = signal.aborted ? signal.reason : error;
    appendJournal(state.folder, { ...entry, ...failed(failure, terminal), counts: null, files: [] });
    throw failure;
  } finally {
    state.close();
  }
}

function targetOf(bridge: Bridge, asked: ExtractArguments, { config, folder }: LoadedConfig): ImporterTarget {
  const configured = config.profile?.match(/\.ya?ml$/i)
    ? resolve(folder ?? '.', config.profile)
    : config.profile;
  return {
    path: resolve(asked.out),
    dataImporterFolder: config.dataImporter.folder ?? null,
    profile: loadProfile(asked.profile ?? configured ?? defaultProfile),
    bridgeName: bridge.name,
  };
}

function sourceRequest(
  bridge: Bridge,
  asked: ExtractArguments,
  { config, folder }: LoadedConfig,
  { secrets }: Terminal,
): SourceRequest {
  const settings = asked.sample ? null : config.sources[bridge.name];
  if (settings === undefined) {
    const path = asked.config ?? join(folder ?? dirname('.'), 'bridge.yaml');
    const hint = messages.sourceMissingHint(bridge.name);
    throw new ConfigError(messages.sourceMissing(bridge.name, path), { hint });
  }
  return { settings, siteFolder: folder, secrets };
}

function show(result: RunResult, json: boolean, terminal: Terminal): void {
  for (const { text } of [...result.facts.notices, ...result.files.notices])
    terminal.tell({ fr: messages.warning(text.fr).fr, en: messages.warning(text.en).en });
  const lines = json ? [JSON.stringify(jsonSummary(result))] : textSummary(result, terminal.language);
  for (const line of lines) terminal.print(line);
}

const ended = (exitCode: number, failure: string | null) => ({
  finishedAt: new Date().toISOString(),
  exitCode,
  failure,
});

function failed(error: unknown, { secrets }: Terminal) {
  if (error instanceof BridgeError)
    return ended(error.exitCode, secrets.redact(`${error.name}: ${error.message}`));
  return ended(1, secrets.redact(String(error)));
}
