import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import type { DecisionArguments } from '../decision.ts';
import { messages } from '../decision-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What can be done with names that are held. */
export const renameActions = ['list', 'confirm'] as const;

/** What the command line says of names that are held. */
export interface RenamesArguments extends DecisionArguments {
  readonly action: (typeof renameActions)[number];
  readonly names: string[] | undefined;
  readonly all: boolean;
}

/** `bridge renames <action> <source> [names..]`: which CI to rename in Octopus, and that it was done. */
export function renamesCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
): CommandModule<object, RenamesArguments> {
  const say = (text: Text) => text[terminal.language];
  const names = bridges.map(({ name }) => name);
  return {
    command: 'renames <action> <source> [names..]',
    describe: say(messages.renamesDescription),
    builder: (line: Argv) =>
      line
        .positional('action', { demandOption: true, choices: renameActions, describe: say(messages.action) })
        .positional('source', {
          type: 'string',
          demandOption: true,
          choices: names,
          describe: say(messages.source),
        })
        .positional('names', { type: 'string', array: true, describe: say(messages.names) })
        .option('all', { type: 'boolean', default: false, describe: say(messages.all) })
        .option('reason', { type: 'string', requiresArg: true, describe: say(messages.reason) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.state) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example(`$0 renames confirm ${names[0]} PC-0042`, say(messages.exampleRenames)),
    handler: async (asked) => {
      const { renames } = await import('../renames.ts');
      await renames(asked, terminal);
    },
  };
}
