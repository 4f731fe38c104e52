import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../import-messages.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of an import. */
export interface ImportArguments {
  readonly file: string;
  readonly config: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** `bridge import <file>`: run DataImporter on published files, and tell what became of it. */
export function importCommand(
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ImportArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'import <file>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .positional('file', { type: 'string', demandOption: true, describe: say(messages.file) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.state) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example('$0 import D:\\Import\\assets.xlsx', say(messages.exampleFile))
        .example('$0 import D:\\Import\\assets.xlsx --json', say(messages.exampleJson)),
    handler: async (asked) => {
      const { importFile } = await import('../import.ts');
      await importFile(asked, terminal, signal);
    },
  };
}
