import type { Argv, CommandModule } from 'yargs';
import type { Text } from '../../shared/text.ts';
import { messages } from '../plan-messages.ts';
import type { BridgeEntry } from '../registry.ts';
import type { Terminal } from '../terminal.ts';
import { type RunArguments, runOptions } from './run-options.ts';

/** What the command line says of a plan. */
export interface PlanArguments extends RunArguments {
  readonly source: string;
  readonly for: string | undefined;
  readonly out: string | undefined;
}

/** `bridge plan <source>`: what a run would change, with nothing published. */
export function planCommand(
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
  signal: AbortSignal,
): CommandModule<object, PlanArguments> {
  const say = (text: Text) => text[terminal.language];
  const names = bridges.map(({ name }) => name);
  return {
    command: 'plan <source>',
    describe: say(messages.description),
    builder: (line: Argv) =>
      runOptions(
        line
          .positional('source', {
            type: 'string',
            demandOption: true,
            choices: names,
            describe: say(messages.source),
          })
          .option('for', { type: 'string', requiresArg: true, describe: say(messages.for) })
          .option('out', { type: 'string', requiresArg: true, describe: say(messages.out) }),
        say,
      )
        .example(`$0 plan ${names[0]}`, say(messages.examplePlan))
        .example(`$0 plan ${names[0]} --for assets.xlsx --out plan.html`, say(messages.exampleFile)),
    handler: async (asked) => {
      const entry = bridges.find(({ name }) => name === asked.source);
      if (!entry) throw new Error(`no bridge ${asked.source}`);
      const { plan } = await import('../plan.ts');
      await plan(await entry.load(), asked, terminal, signal);
    },
  };
}
