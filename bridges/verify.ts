import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadProfile } from '../output/profile/profile.ts';
import { importerXmlOf, verifySet } from '../output/verify/set.ts';
import { ConfigError } from '../shared/errors.ts';
import { findingLines } from './check-report.ts';
import type { VerifyArguments } from './commands/verify.ts';
import { configFileName, loadConfig } from './config.ts';
import { chooseProfile } from './profile-choice.ts';
import type { Terminal } from './terminal.ts';
import { messages } from './verify-messages.ts';
import { exitCodeOf, jsonReport, summaryLine, verifyFindings } from './verify-report.ts';

/** How many violations of one rule and column are listed; all are counted. */
const listed = 20;

/** Verifies one set of files. Writes to the terminal alone; sets the exit code. */
export async function verify(asked: VerifyArguments, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const loaded = await loadConfig(asked.config, asked.config !== undefined || existsSync(configFileName));
  terminal.followConfig(loaded.config.language);
  // Without a profile, what only a profile knows is not verified.
  const { profile, from } = chooseProfile(asked.profile, loaded);
  const file = fileOf(asked);
  const verification = await verifySet({
    importerXml: importerXmlOf(file),
    at: (path) => path,
    profile: from === 'default' ? null : loadProfile(profile),
    folder: loaded.config.dataImporter.folder ?? dirname(file),
    written: null,
    limit: listed,
    signal,
  });
  if (asked.json) terminal.print(JSON.stringify(jsonReport(file, verification)));
  else {
    for (const finding of verifyFindings(verification))
      for (const line of findingLines(finding, terminal.language)) terminal.print(line);
    terminal.print(
      `${verification.violations.kept.length > 0 ? '\n' : ''}${summaryLine(verification, terminal.language)}`,
    );
  }
  process.exitCode = exitCodeOf(verification);
}

/** The file asked for. Throws `ConfigError` on one that is not there, or not of a set. */
function fileOf({ file }: VerifyArguments): string {
  const path = resolve(file);
  if (!/\.(xlsx|csv|db|sqlite|xml)$/i.test(path))
    throw new ConfigError(messages.extensionUnknown(path), { hint: messages.fileMissingHint });
  if (!existsSync(path))
    throw new ConfigError(messages.fileMissing(path), { hint: messages.fileMissingHint });
  return path;
}
