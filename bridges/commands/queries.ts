import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../queries-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What can be done with the queries of a source. */
export const queryActions = ['list', 'show', 'copy', 'check'] as const;

/** What the command line says of queries. */
export interface QueriesArguments {
  readonly action: (typeof queryActions)[number];
  readonly source: string;
  readonly section: string | undefined;
  readonly config: string | undefined;
}

/** `bridge queries <action> <source> [section]`: the SQL in use, and a copy of it to adapt. */
export function queriesCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
): CommandModule<object, QueriesArguments> {
  const say = (text: Text) => text[terminal.language];
  const names = bridges.map(({ name }) => name);
  return {
    command: 'queries <action> <source> [section]',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('action', { demandOption: true, choices: queryActions, describe: say(messages.action) })
        .positional('source', {
          type: 'string',
          demandOption: true,
          choices: names,
          describe: say(messages.source),
        })
        .positional('section', { type: 'string', describe: say(messages.section) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .example(`$0 queries list ${names[0]}`, say(messages.exampleList))
        .example(`$0 queries copy ${names[0]} bios`, say(messages.exampleCopy)),
    handler: async (asked) => {
      const { queries } = await import('../queries.ts');
      queries(asked, terminal);
    },
  };
}
