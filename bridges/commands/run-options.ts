import type { Argv } from 'yargs';
import { type CsvEncoding, csvEncodings } from '../../output/table/encodings.ts';
import type { Text } from '../../shared/text.ts';
import { messages } from '../messages.ts';

/** What the command line says of a run, whether it publishes or only plans. */
export interface RunArguments {
  readonly sample: boolean;
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly state: string | undefined;
  readonly overrides: string | undefined;
  readonly encoding: CsvEncoding;
  readonly 'accept-drop': boolean;
  readonly json: boolean;
}

/** The options that every run has. */
export const runOptions = <T>(line: Argv<T>, say: (text: Text) => string) =>
  line
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
    .option('accept-drop', { type: 'boolean', default: false, describe: say(messages.optionAcceptDrop) })
    .option('json', { type: 'boolean', default: false, describe: say(messages.optionJson) });
