import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../readback-messages.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of reading Octopus back. */
export interface ReadbackArguments {
  readonly file: string;
  readonly config: string | undefined;
  readonly json: boolean;
}

/** `bridge readback FILE`: does Octopus hold what was sent. */
export function readbackCommand(
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ReadbackArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'readback <file>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('file', { type: 'string', demandOption: true, describe: say(messages.file) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example('$0 readback assets.xlsx', say(messages.example)),
    handler: async (asked) => {
      const { readback } = await import('../readback.ts');
      await readback(asked, terminal, signal);
    },
  };
}
