import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../explain-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of an explanation. */
export interface ExplainArguments {
  readonly source: string;
  /** Name, serial or key of a device. */
  readonly device: string;
  readonly sample: boolean;
  readonly out: string | undefined;
  readonly config: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** `bridge explain SOURCE DEVICE`: how the row of one device came to be, or why there is none. */
export function explainCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ExplainArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'explain <source> <device>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('source', {
          type: 'string',
          demandOption: true,
          choices: bridges.map(({ name }) => name),
          describe: say(messages.source),
        })
        .positional('device', { type: 'string', demandOption: true, describe: say(messages.device) })
        .option('sample', { type: 'boolean', default: false, describe: say(messages.sample) })
        .option('out', { type: 'string', requiresArg: true, describe: say(messages.out) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.state) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example('$0 explain sccm LOU-F-3190 --sample', say(messages.exampleSample))
        .example('$0 explain sccm PC-0042', say(messages.example)),
    handler: async (asked) => {
      const { explain } = await import('../explain.ts');
      await explain(asked, bridges, terminal, signal);
    },
  };
}
