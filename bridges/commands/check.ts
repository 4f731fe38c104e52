import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../check-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of a check. */
export interface CheckArguments {
  readonly source: string;
  readonly config: string | undefined;
  readonly json: boolean;
  readonly 'grant-script': boolean;
}

/** `bridge check <source>`: would an extraction work, and is everything as it should be. */
export function checkCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, CheckArguments> {
  const say = (text: Text) => text[terminal.language];
  const names = bridges.map(({ name }) => name);
  return {
    command: 'check <source>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('source', {
          type: 'string',
          demandOption: true,
          choices: names,
          describe: say(messages.source),
        })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .option('grant-script', { type: 'boolean', default: false, describe: say(messages.grantScript) })
        .example(`$0 check ${names[0]}`, say(messages.exampleCheck))
        .example(`$0 check ${names[0]} --grant-script > grant.sql`, say(messages.exampleScript)),
    handler: async (asked) => {
      const entry = bridges.find(({ name }) => name === asked.source);
      if (!entry) throw new Error(`no bridge ${asked.source}`);
      const { check } = await import('../check.ts');
      await check(await entry.load(), asked, terminal, signal);
    },
  };
}
