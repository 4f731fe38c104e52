import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Compared, type Comparison, compareItems } from '../output/octopus/compare.ts';
import { comparisonFindings, fileFinding, listFinding } from '../output/octopus/findings.ts';
import { heldItems } from '../output/octopus/held-items.ts';
import { sentItems } from '../output/octopus/sent-items.ts';
import { executeList } from '../output/octopus/session.ts';
import type { OctopusApiSettings } from '../output/octopus/settings.ts';
import { ConfigError } from '../shared/errors.ts';
import type { Finding } from '../shared/finding.ts';
import { messages as fileMessages } from '../shared/messages.ts';
import { findingLines, jsonFinding } from './check-report.ts';
import type { ReadbackArguments } from './commands/readback.ts';
import { configFileName, loadConfig } from './config.ts';
import { messages } from './readback-messages.ts';
import type { Terminal } from './terminal.ts';

/** Compares a published file with what Octopus holds. Writes to the terminal alone; a difference is no failure. */
export async function readback(
  asked: ReadbackArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { config, folder } = await loadConfig(asked.config, true);
  terminal.followConfig(config.language);
  const settings = config.octopusApi;
  if (!settings) {
    const path = resolve(asked.config ?? configFileName);
    throw new ConfigError(messages.notConfigured(path), { hint: messages.notConfiguredHint });
  }
  const { secrets } = terminal;
  const key = secrets.fetch(settings.applicationKey, folder ?? '.');
  const way = { ...settings, authority: authorityOf(settings, folder ?? '.') };
  const path = resolve(asked.file);
  const sent = await sentItems(path, signal);
  const { id, answer, place } = await executeList({ settings, way, key, secrets, signal });
  const held = heldItems(answer, settings, place);
  const compared: Compared = {
    serial: sent.hasSerials && settings.columns.serial !== undefined,
    type: settings.columns.type !== undefined,
  };
  const comparison = compareItems(sent.items, held.items, compared);
  const isWhole = settings.answer.total !== null;
  const findings = [
    fileFinding(sent.manifest, sent.items.length),
    listFinding(id, held.rows, isWhole, comparison.missing.length > 0),
    ...comparisonFindings(comparison, sent.items.length, compared),
  ];
  show({ path, sent: sent.items.length, held: held.rows, comparison, findings }, asked.json, terminal);
}

/** A comparison with everything that is told of it. */
interface Result {
  readonly path: string;
  readonly sent: number;
  readonly held: number;
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
}

function show({ path, sent, held, comparison, findings }: Result, json: boolean, terminal: Terminal): void {
  const { found, missing, otherName, otherSerial, otherType } = comparison;
  const agrees = found === sent;
  if (json) {
    const counts = { sent, held, found, missing: missing.length, otherName: otherName.length };
    const others = { otherSerial: otherSerial.length, otherType: otherType.length };
    const report = { file: path, agrees, ...counts, ...others, findings: findings.map(jsonFinding) };
    terminal.print(JSON.stringify(report));
    return;
  }
  const { language } = terminal;
  for (const finding of findings) for (const line of findingLines(finding, language)) terminal.print(line);
  const summary = agrees ? messages.agrees(sent) : messages.differs(sent - found, sent);
  terminal.print(`\n${summary[language]}`);
}

function authorityOf({ certificateAuthority }: OctopusApiSettings, folder: string): string | null {
  if (certificateAuthority === undefined) return null;
  const path = resolve(folder, certificateAuthority);
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(fileMessages.fileUnreadable(path), {
      hint: fileMessages.fileUnreadableHint,
      cause,
    });
  }
}
