import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import type { DecisionArguments } from '../decision.ts';
import { messages } from '../decision-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of a retirement that is to end. */
export interface ReviveArguments extends DecisionArguments {
  readonly device: string | undefined;
  readonly list: boolean;
}

/** `bridge revive <source> [device]`: what was retired comes back. */
export function reviveCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
): CommandModule<object, ReviveArguments> {
  const say = (text: Text) => text[terminal.language];
  const names = bridges.map(({ name }) => name);
  return {
    command: 'revive <source> [device]',
    describe: say(messages.reviveDescription),
    builder: (line: Argv) =>
      line
        .positional('source', {
          type: 'string',
          demandOption: true,
          choices: names,
          describe: say(messages.source),
        })
        .positional('device', { type: 'string', describe: say(messages.device) })
        .option('list', { type: 'boolean', default: false, describe: say(messages.list) })
        .option('reason', { type: 'string', requiresArg: true, describe: say(messages.reason) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.state) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example(`$0 revive ${names[0]} PC-0042`, say(messages.exampleRevive))
        .example(`$0 revive ${names[0]} --list`, say(messages.exampleRetired)),
    handler: async (asked) => {
      const { reviveDevice } = await import('../revive.ts');
      await reviveDevice(asked, terminal);
    },
  };
}
