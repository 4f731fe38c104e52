#!/usr/bin/env node
import yargs from 'yargs';
import { BridgeError, ConfigError, ImportError, Interrupted } from '../shared/errors.ts';
import { Secrets } from '../shared/secret.ts';
import { languages, type Text } from '../shared/text.ts';
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { extractCommand } from './commands/extract.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { planCommand } from './commands/plan.ts';
import { profileCommand } from './commands/profile.ts';
import { queriesCommand } from './commands/queries.ts';
import { readbackCommand } from './commands/readback.ts';
import { renamesCommand } from './commands/renames.ts';
import { reviveCommand } from './commands/revive.ts';
import { verifyCommand } from './commands/verify.ts';
import { tuneEngine } from './engine.ts';
import { messages } from './messages.ts';
import { bridges } from './registry.ts';
import { Terminal } from './terminal.ts';
import { version } from './version.ts';

const bugExitCode = 1;

/** Runs the command line; resolves with the exit code. The only place that catches a failure for good. */
async function main(args: readonly string[]): Promise<number> {
  const secrets = new Secrets(process.env);
  const terminal = new Terminal(process.stdout, process.stderr, languageOption(args), secrets);
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Interrupted(messages.interrupted));
  // SIGHUP: on Windows, the console window is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    await commandLine(args, terminal, stopping.signal).parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(stopping.signal.aborted && !tellsMore(error) ? stopping.signal.reason : error, terminal);
  }
}

/** Whether an error of a run that was stopped says more than that nothing changed: DataImporter was at work. */
const tellsMore = (error: unknown): boolean => error instanceof ImportError || error instanceof Interrupted;

function commandLine(args: readonly string[], terminal: Terminal, signal: AbortSignal) {
  const say = (text: Text) => text[terminal.language];
  const line = yargs([...args])
    .scriptName('bridge')
    .locale(terminal.language)
    .usage(say(messages.usage))
    .option('lang', { describe: say(messages.optionLang), choices: languages })
    .help('help', say(messages.optionHelp))
    .version('version', say(messages.optionVersion), version)
    .epilogue(say(messages.epilogue))
    .strict()
    .demandCommand(1, say(messages.commandMissing))
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .parserConfiguration({ 'duplicate-arguments-array': false, 'boolean-negation': false })
    .fail((told, error) => {
      // An option without its value is an error of the library's own.
      if (error && error.name !== 'YError') throw error;
      const detail = told ?? error.message;
      const text = { fr: messages.commandWrong(detail).fr, en: messages.commandWrong(detail).en };
      throw new ConfigError(text, { hint: messages.commandWrongHint });
    });
  for (const bridge of bridges) line.command(extractCommand(bridge, terminal, signal));
  line.command(planCommand(bridges, terminal, signal));
  line.command(checkCommand(bridges, terminal, signal));
  line.command(explainCommand(bridges, terminal, signal));
  line.command(verifyCommand(terminal, signal));
  line.command(queriesCommand(bridges, terminal));
  line.command(readbackCommand(terminal, signal));
  line.command(importCommand(terminal, signal));
  line.command(profileCommand(terminal, signal));
  line.command(historyCommand(terminal));
  line.command(reviveCommand(bridges, terminal));
  line.command(renamesCommand(bridges, terminal));
  return line;
}

/** Help must already speak the language that the line asks for. */
function languageOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}

function report(error: unknown, terminal: Terminal): number {
  if (error instanceof BridgeError) {
    const { text, hint } = error;
    terminal.tell({ fr: messages.failed(text.fr).fr, en: messages.failed(text.en).en });
    if (hint) terminal.tell({ fr: messages.hint(hint.fr).fr, en: messages.hint(hint.en).en });
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.tell(messages.bug);
  terminal.tell({ fr: stack, en: stack });
  return bugExitCode;
}

/** Resolves once everything written so far has left the process; a reader that went away is no fault of the run. */
function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

tuneEngine();
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
const exitCode = await main(process.argv.slice(2));
await Promise.all([process.stdout, process.stderr].map(flush));
// A connection beyond closing must not keep a nightly task alive.
process.exit(exitCode);
