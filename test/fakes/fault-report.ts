import { faults } from '../faults.ts';
import { differences, type FaultCase, faultTable } from './fault-case.ts';
import { type Ground, openGround, runFault } from './fault-run.ts';

/** Most cases wait for their server or for the next reading. */
const atOnce = 12;

/** Lets every fault happen and tells what became of it; resolves with how many ended otherwise than they must. */
async function report(write: (text: string) => void): Promise<number> {
  const ground = await openGround();
  const waiting = [...faults];
  let wrong = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { lines, isRight } = await tell(next, ground);
      write(`${lines.join('\n')}\n\n`);
      if (!isRight) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await ground.close();
  write(`${faults.length} faults, ${wrong} of them ended otherwise than they must\n`);
  return wrong;
}

async function tell(expected: FaultCase, ground: Ground) {
  const got = await runFault(expected, ground);
  const wrong = differences(expected, got);
  const published =
    got.changed.length === 0
      ? 'every file unchanged ✓'
      : got.changed.join() === 'assets.manifest.json'
        ? 'the same files, a new manifest'
        : `CHANGED: ${got.changed.join(', ')}`;
  const lines = [
    `${wrong.length === 0 ? '✓' : '✗'} ${expected.fault}`,
    `    exit code   ${got.exitCode ?? 'killed'}, expected ${expected.exitCode}`,
    `    message     ${got.said.split('\n').find((line) => line.includes(expected.says)) ?? got.said}`,
    `    what to do  ${got.advised ?? '-'}`,
    `    published   ${published}`,
    ...wrong.map((difference) => `    WRONG       ${difference}`),
  ];
  return { lines, isRight: wrong.length === 0 };
}

const write = (text: string) => void process.stdout.write(text);
if (process.argv.includes('--table')) write(`${faultTable(faults).join('\n')}\n`);
else process.exitCode = (await report(write)) > 0 ? 1 : 0;
