import { faults } from '../faults.ts';
import { graphFaults } from '../graph-faults.ts';
import { differences, type FaultLine, faultTable } from './fault-case.ts';
import { openGround, runFault } from './fault-run.ts';
import { graphDifferences } from './graph-fault-case.ts';
import { openGraphGround, runGraphFault } from './graph-fault-run.ts';
import type { RunOutcome } from './run-outcome.ts';

/** Most cases wait for their server or for the next reading. */
const atOnce = 12;
const write = (text: string) => void process.stdout.write(text);

/** What became of one fault, and where that is not what it must be. */
interface Told {
  readonly line: FaultLine;
  readonly got: RunOutcome;
  readonly wrong: readonly string[];
}

/** Lets every fault of a source happen and tells what became of it; resolves with how many ended otherwise than they must. */
async function report(source: string, cases: readonly (() => Promise<Told>)[]): Promise<number> {
  const waiting = [...cases];
  let wrong = 0;
  write(`${source}\n\n`);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const told = await next();
      write(`${inLines(told).join('\n')}\n\n`);
      if (told.wrong.length > 0) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  write(`${source}: ${cases.length} faults, ${wrong} of them ended otherwise than they must\n\n`);
  return wrong;
}

function inLines({ line, got, wrong }: Told): string[] {
  const published =
    got.changed.length === 0
      ? 'every file unchanged ✓'
      : got.changed.join() === 'assets.manifest.json'
        ? 'the same files, a new manifest'
        : `CHANGED: ${got.changed.join(', ')}`;
  return [
    `${wrong.length === 0 ? '✓' : '✗'} ${line.fault}`,
    `    exit code   ${got.exitCode ?? 'killed'}, expected ${line.exitCode}`,
    `    message     ${got.said.split('\n').find((each) => each.includes(line.says)) ?? got.said}`,
    `    what to do  ${got.advised ?? '-'}`,
    `    published   ${published}`,
    ...wrong.map((difference) => `    WRONG       ${difference}`),
  ];
}

async function reportSql(): Promise<number> {
  const ground = await openGround();
  const cases = faults.map((line) => async () => {
    const got = await runFault(line, ground);
    return { line, got, wrong: differences(line, got) };
  });
  return report('SQL Server', cases).finally(() => ground.close());
}

async function reportGraph(): Promise<number> {
  const ground = await openGraphGround();
  const cases = graphFaults.map((line) => async () => {
    const got = await runGraphFault(line, ground);
    return { line, got, wrong: graphDifferences(line, got) };
  });
  return report('Microsoft Graph', cases).finally(() => ground.close());
}

if (process.argv.includes('--table'))
  write(`${faultTable(faults).join('\n')}\n\n${faultTable(graphFaults).join('\n')}\n`);
else process.exitCode = (await reportSql()) + (await reportGraph()) > 0 ? 1 : 0;
