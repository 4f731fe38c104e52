import type { Argv, CommandModule } from 'yargs';
import { type CsvEncoding, csvEncodings } from '../../output/table/encodings.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from '../messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';

/** What the command line says of an extraction. */
export interface ExtractArguments {
  readonly out: string;
  readonly sample: boolean;
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly state: string | undefined;
  readonly overrides: string | undefined;
  readonly encoding: CsvEncoding;
  readonly 'accept-drop': boolean;
  readonly software: string | undefined;
  readonly json: boolean;
}

/** `bridge <source>`: read everything, publish the importer's files. */
export function extractCommand(
  bridge: BridgeEntry,
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, ExtractArguments> {
  const say = (text: Text) => text[terminal.language];
  return {
    command: bridge.name,
    describe: say(messages.extractDescription(bridge.title)),
    builder: (line: Argv) =>
      line
        .option('out', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: say(messages.optionOut),
        })
        .option('sample', { type: 'boolean', default: false, describe: say(messages.optionSample) })
        .option('config', { type: 'string', requiresArg: true, describe: say(messages.optionConfig) })
        .option('profile', { type: 'string', requiresArg: true, describe: say(messages.optionProfile) })
        .option('state', { type: 'string', requiresArg: true, describe: say(messages.optionState) })
        .option('overrides', { type: 'string', requiresArg: true, describe: say(messages.optionOverrides) })
        .option('encoding', {
          choices: csvEncodings,
          default: csvEncodings[0],
          describe: say(messages.optionEncoding),
        })
        .option('accept-drop', {
          type: 'boolean',
          default: false,
          describe: say(messages.optionAcceptDrop),
        })
        .option('software', { type: 'string', requiresArg: true, describe: say(messages.optionSoftware) })
        .option('json', { type: 'boolean', default: false, describe: say(messages.optionJson) })
        .example(`$0 ${bridge.name} --sample --out assets.xlsx`, say(messages.exampleSample))
        .example(`$0 ${bridge.name} --out assets.xlsx`, say(messages.exampleReal))
        .example(
          `$0 ${bridge.name} --out assets.xlsx --software software.csv`,
          say(messages.exampleSoftware),
        ),
    handler: async (asked) => {
      const { extract } = await import('../extract.ts');
      await extract(await bridge.load(), asked, terminal, signal);
    },
  };
}
