import { existsSync } from 'node:fs';
import type { Bridge, SourceRequest } from '../shared/bridge.ts';
import { ConfigError } from '../shared/errors.ts';
import type { Finding } from '../shared/finding.ts';
import { collectionsNamed } from '../shared/population/rules.ts';
import { messages } from './check-messages.ts';
import { exitCodeOf, findingLines, jsonReport, summaryLine } from './check-report.ts';
import type { CheckArguments } from './commands/check.ts';
import { configFileName, loadConfig, rulesOf } from './config.ts';
import { messages as lineMessages } from './messages.ts';
import type { Terminal } from './terminal.ts';

/** Checks one source, or prints the script of its rights. Writes to the terminal alone; sets the exit code. */
export async function check(
  bridge: Bridge,
  asked: CheckArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const isScript = asked['grant-script'];
  if (isScript && asked.json)
    throw new ConfigError(messages.scriptIsNoJson, { hint: messages.scriptIsNoJsonHint });
  const { config, folder } = await loadConfig(asked.config, !isScript || existsSync(configFileName));
  terminal.followConfig(config.language);
  const settings = config.sources[bridge.name] ?? null;
  const rules = rulesOf(config, bridge);
  const { people } = config.rules;
  const collections = collectionsNamed(bridge.name, config.rules);
  const source = { settings, rules, people, collections, siteFolder: folder, secrets: terminal.secrets };
  if (isScript) return await printScript(bridge, source, terminal);
  if (settings === null) {
    const path = asked.config ?? configFileName;
    const hint = lineMessages.sourceMissingHint(bridge.name);
    throw new ConfigError(lineMessages.sourceMissing(bridge.name, path), { hint });
  }
  const findings: Finding[] = [];
  const { progress } = terminal;
  for await (const finding of bridge.check({ ...source, now: new Date(), progress, signal })) {
    findings.push(finding);
    if (!asked.json) for (const line of findingLines(finding, terminal.language)) terminal.print(line);
  }
  if (asked.json) terminal.print(JSON.stringify(jsonReport(bridge.name, findings)));
  else terminal.print(`\n${summaryLine(findings, terminal.language)}`);
  process.exitCode = exitCodeOf(findings);
}

async function printScript(bridge: Bridge, source: SourceRequest, terminal: Terminal): Promise<void> {
  const script = await bridge.grantScript(source);
  if (script === null) {
    const hint = messages.scriptMissingHint(bridge.name);
    throw new ConfigError(messages.scriptMissing(bridge.name), { hint });
  }
  terminal.print(script[terminal.language]);
}
