import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../history-messages.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of every look at past runs. */
export interface HistoryArguments {
  readonly config: string | undefined;
  readonly state: string | undefined;
  readonly json: boolean;
}

/** What it says of the list and of the trends. */
export interface ListArguments extends HistoryArguments {
  readonly source: string | undefined;
  readonly limit: number;
}

/** What it says of one run. */
export interface ShowRunArguments extends HistoryArguments {
  readonly run: string;
  readonly all: boolean;
}

/** What it says of two runs. */
export interface CompareArguments extends HistoryArguments {
  readonly from: string;
  readonly to: string;
  readonly all: boolean;
}

/** `bridge history list|show|compare|trends`: past runs, from the state folder alone. */
export function historyCommand(terminal: Terminal): CommandModule {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'history',
    describe: say(messages.description),
    builder: (line: Argv) =>
      line
        .command(listCommand(terminal))
        .command(showCommand(terminal))
        .command(compareCommand(terminal))
        .command(trendsCommand(terminal)),
    handler: () => {},
  };
}

function listCommand(terminal: Terminal): CommandModule<object, ListArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: ['list', '$0'],
    describe: say(messages.listDescription),
    builder: (line: Argv) =>
      ofSome(line, terminal, 20)
        .example('$0 history', say(messages.exampleList))
        .example('$0 history list --source sccm --limit 5', say(messages.exampleSource)),
    handler: async (asked) => (await import('../history.ts')).listRuns(asked, terminal),
  };
}

function showCommand(terminal: Terminal): CommandModule<object, ShowRunArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'show <run>',
    describe: say(messages.showDescription),
    builder: (line: Argv) =>
      withAll(line, terminal)
        .positional('run', { type: 'string', demandOption: true, describe: say(messages.run) })
        .example('$0 history show last', say(messages.exampleShow)),
    handler: async (asked) => (await import('../history.ts')).showRun(asked, terminal),
  };
}

function compareCommand(terminal: Terminal): CommandModule<object, CompareArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'compare <from> <to>',
    describe: say(messages.compareDescription),
    builder: (line: Argv) =>
      withAll(line, terminal)
        .positional('from', { type: 'string', demandOption: true, describe: say(messages.run) })
        .positional('to', { type: 'string', demandOption: true, describe: say(messages.run) })
        .example('$0 history compare 12 last', say(messages.exampleCompare)),
    handler: async (asked) => (await import('../history.ts')).compareRuns(asked, terminal),
  };
}

function trendsCommand(terminal: Terminal): CommandModule<object, ListArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: 'trends',
    describe: say(messages.trendsDescription),
    builder: (line: Argv) =>
      ofSome(line, terminal, 30).example('$0 history trends', say(messages.exampleTrends)),
    handler: async (asked) => (await import('../history.ts')).showTrends(asked, terminal),
  };
}

const everywhere = (line: Argv, { language }: Terminal) =>
  line
    .option('config', { type: 'string', requiresArg: true, describe: messages.config[language] })
    .option('state', { type: 'string', requiresArg: true, describe: messages.state[language] })
    .option('json', { type: 'boolean', default: false, describe: messages.json[language] });

const ofSome = (line: Argv, terminal: Terminal, limit: number) =>
  everywhere(line, terminal)
    .option('source', { type: 'string', requiresArg: true, describe: messages.source[terminal.language] })
    .option('limit', {
      type: 'number',
      requiresArg: true,
      default: limit,
      describe: messages.limit[terminal.language],
    });

const withAll = (line: Argv, terminal: Terminal) =>
  everywhere(line, terminal).option('all', {
    type: 'boolean',
    default: false,
    describe: messages.all[terminal.language],
  });
