import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import type { Terminal } from '../terminal.ts';
import { messages } from '../verify-messages.ts';

/** What the command line says of a verification. */
export interface VerifyArguments {
  readonly file: string;
  readonly profile: string | undefined;
  readonly config: string | undefined;
  readonly json: boolean;
}

/** `bridge verify <file>`: do these files keep to what DataImporter accepts. */
export function verifyCommand(
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, VerifyArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'verify <file>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('file', { type: 'string', demandOption: true, describe: say(messages.file) })
        .option('profile', { type: 'string', requiresArg: true, describe: say(messages.profile) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example('$0 verify assets.xlsx', say(messages.example))
        .example('$0 verify assets.xml --profile octopus-fr', say(messages.exampleProfile)),
    handler: async (asked) => {
      const { verify } = await import('../verify.ts');
      await verify(asked, terminal, signal);
    },
  };
}
