import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../profile-messages.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says when a profile is shown. */
export interface ShowArguments {
  readonly name: string | undefined;
  readonly config: string | undefined;
  readonly json: boolean;
}

/** What it says when a profile is copied. */
export interface CopyArguments {
  readonly name: string;
  readonly file: string;
}

/** What it says when the import of types and attributes is prepared. */
export interface BootstrapArguments {
  readonly out: string;
  readonly profile: string | undefined;
  readonly config: string | undefined;
}

/** `bridge profile show|check|copy|bootstrap`: how assets become columns. */
export function profileCommand(terminal: Terminal, signal: AbortSignal): CommandModule {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'profile',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .command(showCommand(terminal))
        .command(checkCommand(terminal))
        .command(copyCommand(terminal))
        .command(bootstrapCommand(terminal, signal))
        .demandCommand(1, say(messages.actionMissing)),
    handler: () => {},
  };
}

function showCommand(terminal: Terminal): CommandModule<object, ShowArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'show [name]',
    describe: say(messages.showDescription),
    builder: (line: Argv) =>
      line
        .positional('name', { type: 'string', describe: say(messages.nameOrFile) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.json) })
        .example('$0 profile show', say(messages.exampleShow)),
    handler: async (asked) => (await import('../profile.ts')).showProfile(asked, terminal),
  };
}

function checkCommand(terminal: Terminal): CommandModule<object, { readonly file: string }> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'check <file>',
    describe: say(messages.checkDescription),
    builder: (line: Argv) =>
      line
        .positional('file', { type: 'string', demandOption: true, describe: say(messages.file) })
        .example('$0 profile check my-profile.yaml', say(messages.exampleCheck)),
    handler: async ({ file }) => (await import('../profile.ts')).checkProfileFile(file, terminal),
  };
}

function copyCommand(terminal: Terminal): CommandModule<object, CopyArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'copy <name> [file]',
    describe: say(messages.copyDescription),
    builder: (line: Argv) =>
      line
        .positional('name', { type: 'string', demandOption: true, describe: say(messages.shippedName) })
        .positional('file', { type: 'string', default: 'profile.yaml', describe: say(messages.newFile) })
        .example('$0 profile copy octopus-fr my-profile.yaml', say(messages.exampleCopy)),
    handler: async (asked) => (await import('../profile.ts')).copyProfile(asked, terminal),
  };
}

function bootstrapCommand(
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, BootstrapArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'bootstrap',
    describe: say(messages.bootstrapDescription),
    builder: (line: Argv) =>
      line
        .option('out', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: say(messages.bootstrapOut),
        })
        .option('profile', { type: 'string', requiresArg: true, describe: say(messages.nameOrFile) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.config) })
        .example('$0 profile bootstrap --out octopus-setup.xlsx', say(messages.exampleBootstrap)),
    handler: async (asked) => (await import('../profile.ts')).bootstrapProfile(asked, terminal, signal),
  };
}
