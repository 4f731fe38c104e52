import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';
import { type RunArguments, runOptions } from './run-options.ts';

/** What the command line says of an extraction. */
export interface ExtractArguments extends RunArguments {
  readonly out: string;
  readonly software: string | undefined;
}

/** `bridge <source>`: read everything, publish the importer's files. */
export function extractCommand(
  bridge: BridgeEntry,
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ExtractArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: bridge.name,
    describe: say(messages.extractDescription(bridge.title)),
    builder: (line: Argv) =>
      runOptions(
        line.option('out', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: say(messages.optionOut),
        }),
        say,
      )
        .option('software', { type: 'string', requiresArg: true, describe: say(messages.optionSoftware) })
        .example(`$0 ${bridge.name} --sample --out assets.xlsx`, say(messages.exampleSample))
        .example(`$0 ${bridge.name} --out assets.xlsx`, say(messages.exampleReal))
        .example(
          `$0 ${bridge.name} --out assets.xlsx --software software.csv`,
          say(messages.exampleSoftware),
        ),
    handler: async (asked) => {
      const { extract } = await import('../extract.ts');
      await extract(await bridge.load(), asked, terminal, signal);
    },
  };
}
