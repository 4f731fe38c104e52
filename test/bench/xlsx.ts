import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepResults } from './results.ts';
import { pythonRows } from './xlsx-rows.ts';

/** Writers of XLSX side by side, each in a process of its own and in turn: `xlsx.js [ROUNDS [ROWS…]]`. */
const [rounds = 3, ...asked] = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100_000, 400_000];
const python = '/usr/bin/python3';
const node = fileURLToPath(new URL('xlsx-way.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bridge-bench-'));
const write = (text: string) => void process.stdout.write(text);

/** What one way to write took in one round; reading back is told of our own ways only. */
interface Figures {
  readonly seconds: number;
  readonly megabytes: number;
  readonly readSeconds?: number;
  readonly readMegabytes?: number;
}

/** exceljs with shared strings needs 700 MB at 100,000 rows: it is not asked for more. */
const mostForExceljs = 100_000;
/** How many times as fast as the fastest writer of Python ours must be. */
const leastTimes = 3;
const xlsxwriter = `
${pythonRows}
import resource, sys, time, xlsxwriter
start = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True})
sheet = book.add_worksheet('Importation CI')
text = book.add_format({'num_format': '@'})
for line, row in enumerate(rows(int(sys.argv[1]))):
    for column, value in enumerate(row):
        if value: sheet.write_string(line, column, value, text)
book.close()
`;
const openpyxl = `
${pythonRows}
import resource, sys, time, openpyxl
start = time.perf_counter()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet('Importation CI')
for row in rows(int(sys.argv[1])): sheet.append(row)
book.save(sys.argv[2])
`;
const told = `
print('{"seconds": %f, "megabytes": %d}' % (time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
`;
const ways: readonly (readonly [name: string, command: (rows: number, path: string) => string[]])[] = [
  ...['auto', 'shared', 'inline', 'exceljs', 'exceljs-shared'].map(
    (way) =>
      [way, (rows: number, path: string) => [process.execPath, node, way, String(rows), path]] as const,
  ),
  ['xlsxwriter', (rows, path) => [python, '-c', xlsxwriter + told, String(rows), path]],
  ['openpyxl', (rows, path) => [python, '-c', openpyxl + told, String(rows), path]],
];
const present = ways.filter(([way]) => {
  const module = ['xlsxwriter', 'openpyxl'].find((each) => each === way);
  return module === undefined || spawnSync(python, ['-c', `import ${module}`]).status === 0;
});
const missing = ways.filter((way) => !present.includes(way)).map(([way]) => way);

write(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}, ${rounds} rounds\n`);
if (missing.length > 0) write(`not installed, left out: ${missing.join(', ')}\n`);
const results = sizes.map(compare);
rmSync(folder, { recursive: true });
keepResults('xlsx', { rounds, results });

/** Writes the same rows in every way, in turn and back again, and prints a table. */
function compare(rows: number) {
  const asked = present.filter(([way]) => way !== 'exceljs-shared' || rows <= mostForExceljs);
  const figures = new Map<string, Figures[]>(asked.map(([way]) => [way, []]));
  const bytes: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1)
    for (const [way, command] of round % 2 === 0 ? asked : asked.toReversed()) {
      const path = join(folder, 'bench.xlsx');
      const [program = '', ...args] = command(rows, path);
      figures.get(way)?.push(JSON.parse(execFileSync(program, args, { encoding: 'utf8' })));
      bytes[way] = statSync(path).size;
      rmSync(path);
    }
  write(`\n${rows} rows of 40 cells, the best of ${rounds} rounds\n`);
  write('                    seconds  peak MB  file MB   read back: seconds  peak MB\n');
  for (const [way, rounds] of figures) write(line(way, rounds, bytes[way] ?? 0));
  const seconds = (way: string) => Math.min(...(figures.get(way) ?? []).map((round) => round.seconds));
  const fastest = Math.min(seconds('xlsxwriter'), seconds('openpyxl'));
  const timesAsFast = Number.isFinite(fastest) ? fastest / seconds('auto') : null;
  if (timesAsFast !== null)
    write(
      `  ours is ${timesAsFast.toFixed(1)} times as fast as the fastest of Python, ${leastTimes} are asked for\n`,
    );
  return { rows, bytes, timesAsFast, leastTimes, figures: Object.fromEntries(figures) };
}

/** By the best round: the one that nothing else on the machine disturbed. */
function line(way: string, rounds: readonly Figures[], bytes: number): string {
  const best = (figure: (round: Figures) => number | undefined, digits: number): string => {
    const known = rounds.map(figure).filter((value) => value !== undefined);
    return known.length > 0 ? Math.min(...known).toFixed(digits) : '';
  };
  const cells = [
    best((round) => round.seconds, 2).padStart(11),
    best((round) => round.megabytes, 0).padStart(9),
    (bytes / 1e6).toFixed(1).padStart(9),
    best((round) => round.readSeconds, 2).padStart(21),
    best((round) => round.readMegabytes, 0).padStart(9),
  ];
  return `  ${way.padEnd(14)}${cells.join('')}\n`;
}
