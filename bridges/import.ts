import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type ImportSettings, importPassword, importSettings } from '../output/import/preparation.ts';
import { lockProgram } from '../output/import/program-lock.ts';
import { checkPublished, manifestOf } from '../output/import/published.ts';
import { type ImportResult, runImport } from '../output/import/run.ts';
import { countsOf, type Failure } from '../output/import/verdict.ts';
import type { Manifest } from '../output/manifest.ts';
import { type BridgeError, ImportError, Interrupted } from '../shared/errors.ts';
import { appendJournal, type JournalEntry } from '../shared/run/journal.ts';
import { State } from '../shared/run/state.ts';
import type { ImportArguments } from './commands/import.ts';
import { loadConfig, stateFolder } from './config.ts';
import { messages } from './import-messages.ts';
import { importJson, importLines, type ReportedImport } from './import-report.ts';
import { ended } from './journal-line.ts';
import { messages as lineMessages } from './messages.ts';
import { forgetOldLogs, importLogs } from './retention.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Runs DataImporter on published files and tells what became of it; journals the import whatever that is. */
export async function importFile(
  asked: ImportArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { config, folder } = await loadConfig(asked.config, true);
  terminal.followConfig(config.language);
  const settings = importSettings(config.dataImporter, folder ?? '.');
  const password = importPassword(settings, terminal.secrets, folder ?? '.');
  const file = resolve(asked.file);
  const runId = randomUUID();
  const startedAt = new Date();
  const state = new State(stateFolder(asked.state, folder), runId);
  let known: Pick<JournalEntry, 'source' | 'sample' | 'counts'> = {
    source: null,
    sample: false,
    counts: null,
  };
  let failure: unknown = null;
  try {
    const manifest = manifestOf(file);
    known = { ...known, source: manifest.source.name, sample: manifest.source.sample };
    const ready = { file, manifest, settings, password, state, startedAt, importId: runId };
    const result = await importPublished(ready, terminal, signal);
    known = { ...known, counts: countsOf(result.verdict.sources) };
    show({ ...ready, finishedAt: new Date(), result }, asked.json, terminal);
    if (result.verdict.failure) throw errorOf(result.verdict.failure);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    const entry = { runId, startedAt: startedAt.toISOString(), version, command: 'import' } as const;
    const line = { ...entry, ...known, ...ended(failure, terminal.secrets), files: [file] };
    close(state, line, config.rules.keepLogs);
  }
}

/** An import about to begin: settings, secret and state folder are there. */
interface Ready {
  readonly importId: string;
  readonly file: string;
  readonly manifest: Manifest;
  readonly settings: ImportSettings;
  readonly password: string;
  readonly state: State;
  readonly startedAt: Date;
}

/** Checks the files and imports them, while no other import may use the program. */
async function importPublished(ready: Ready, terminal: Terminal, signal: AbortSignal): Promise<ImportResult> {
  const { file, manifest, settings, password, state, startedAt, importId } = ready;
  const lock = lockProgram(settings.program);
  try {
    const published = await checkPublished(
      file,
      manifest,
      settings.folder ?? null,
      settings.connectionStrings,
    );
    const stamp = startedAt
      .toISOString()
      .replace(/[-:]|\.\d+Z/g, '')
      .replace('T', '-');
    terminal.tell(messages.starting(basename(file), settings.timeLimitMinutes));
    return await runImport({
      settings,
      password,
      secrets: terminal.secrets,
      published,
      folder: state.runFolder,
      copies: {
        folder: importLogs(state.folder),
        name: `${stamp}-${importId.slice(0, 8)}.log`,
      },
      environment: process.env,
      signal,
      // Should this process die, DataImporter goes on, and no other import may start beside it.
      started: (pid) => {
        for (const held of [lock, state.lock]) held.shareWith(pid);
      },
    });
  } finally {
    lock.release();
  }
}

function errorOf({ code, text, hint }: Failure): BridgeError {
  return code === 'interrupted' ? new Interrupted(text, { hint }) : new ImportError(text, { hint });
}

function show(reported: ReportedImport, json: boolean, terminal: Terminal): void {
  for (const { text } of reported.result.notices)
    terminal.tell({ fr: lineMessages.warning(text.fr).fr, en: lineMessages.warning(text.en).en });
  const lines = json ? [JSON.stringify(importJson(reported))] : importLines(reported, terminal.language);
  for (const line of lines) terminal.print(line);
}

function close(state: State, entry: JournalEntry, keepLogs: number): void {
  try {
    appendJournal(state.folder, entry);
    forgetOldLogs(state.folder, keepLogs, new Date());
  } finally {
    state.close();
  }
}
