import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../shared/package-root.ts';
import type { Language } from '../../shared/text.ts';
import { percent, shown } from './figures.ts';

const machine = z.object({ processor: z.string(), cores: z.number(), node: z.string(), system: z.string() });
const about = z.object({ date: z.string(), machine });
const ratio = z.object({ name: z.string(), rival: z.string(), wanted: z.number(), seconds: z.number() });
const taken = z.object({ seconds: z.number() });
const endToEnd = about.extend({
  devices: z.number(),
  rows: z.number(),
  targets: z.array(ratio),
  medians: z.object({ 'bridge plan, after two nights': taken }),
});
const stages = about.extend({
  devices: z.number(),
  reading: z.object({ share: z.number(), leastShare: z.number() }),
  stages: z.object({ 'plan, with its judging': taken }),
});
const xlsx = about.extend({
  results: z.array(
    z.object({ rows: z.number(), timesAsFast: z.number().nullable(), leastTimes: z.number() }),
  ),
});
const night = z.object({ megabytes: z.number() });
const fleets = about.extend({
  mostDifference: z.number(),
  cells: z.array(
    z.object({
      devices: z.number(),
      first: night,
      later: night,
      difference: z.number().nullable(),
      mostMegabytes: z.number(),
    }),
  ),
});

/** Most that the plan of 100,000 assets may take. */
const mostPlanSeconds = 15;

/** What was measured last, one line a subject, as it stands in the README; in either language. */
export function speedTable(language: Language): string[] {
  const french = language === 'fr';
  const number = (value: number) => value.toLocaleString(french ? 'fr-CA' : 'en-CA').replaceAll(/\s/g, ' ');
  const decimal = (value: number) => (french ? shown(value, 1).replace('.', ',') : shown(value, 1));
  const whole = readResult('end-to-end', endToEnd);
  const { reading, stages: apart, devices: planned } = readResult('stages', stages);
  const books = readResult('xlsx', xlsx);
  const { cells, mostDifference } = readResult('fleets', fleets);
  const say = (fr: string, en: string) => (french ? fr : en);
  const times = (value: number) =>
    say(`${decimal(value)} fois sa vitesse`, `${decimal(value)} times its speed`);
  const sizes = [...new Set(cells.map(({ devices }) => devices))].slice(1);
  const memories = sizes.map((devices) => {
    const ofSize = cells.filter((cell) => cell.devices === devices);
    const megabytes = Math.max(...ofSize.flatMap(({ first, later }) => [first.megabytes, later.megabytes]));
    return { devices, megabytes, most: ofSize[0]?.mostMegabytes };
  });
  const difference = Math.max(...cells.map((cell) => cell.difference ?? Number.NEGATIVE_INFINITY));
  const planAlone = decimal(apart['plan, with its judging'].seconds);
  const planWhole = decimal(whole.medians['bridge plan, after two nights'].seconds);
  const { processor, cores, node } = whole.machine;
  return [
    say(
      `${cores} cœurs ${processor}, Node ${node.slice(1)}, le ${whole.date} ; bout en bout : ${number(whole.devices)} appareils de SCCM, ${number(whole.rows)} lignes.`,
      `${cores} cores ${processor}, Node ${node.slice(1)}, ${whole.date}; end to end: ${number(whole.devices)} devices of SCCM, ${number(whole.rows)} rows.`,
    ),
    '',
    say('| Mesure | Résultat | Visé |', '| Measure | Result | Wanted |'),
    '|---|---|---|',
    say(
      `| Lire jusqu’au dernier actif, à côté du seul pilote \`mssql\` | ${percent(reading.share)} de ses lignes/s | ${percent(reading.leastShare)} |`,
      `| Reading to the last asset, beside the bare \`mssql\` driver | ${percent(reading.share)} of its rows/s | ${percent(reading.leastShare)} |`,
    ),
    ...whole.targets.map(({ name, rival, wanted, seconds }) =>
      say(
        `| \`bridge\` ${name.replace('first night', 'première nuit').replace('later night', 'nuit suivante')}, à côté de « ${rival} » | ${times(seconds)} | ${decimal(wanted)} |`,
        `| \`bridge\` ${name}, beside “${rival}” | ${times(seconds)} | ${decimal(wanted)} |`,
      ),
    ),
    say(
      `| \`bridge plan\` de ${number(planned)} actifs, une fois lus | ${planAlone} s | ${mostPlanSeconds} s |`,
      `| \`bridge plan\` of ${number(planned)} assets, once they are read | ${planAlone} s | ${mostPlanSeconds} s |`,
    ),
    say(
      `| \`bridge plan\` de ${number(whole.devices)} actifs, lecture comprise | ${planWhole} s | ${mostPlanSeconds} s |`,
      `| \`bridge plan\` of ${number(whole.devices)} assets, with reading them | ${planWhole} s | ${mostPlanSeconds} s |`,
    ),
    ...books.results.flatMap(({ rows, timesAsFast, leastTimes }) =>
      timesAsFast === null
        ? []
        : [
            say(
              `| Écrire un classeur de ${number(rows)} × 40 cellules, à côté du plus rapide de Python | ${times(timesAsFast)} | ${decimal(leastTimes)} |`,
              `| Writing a workbook of ${number(rows)} × 40 cells, beside the fastest of Python | ${times(timesAsFast)} | ${decimal(leastTimes)} |`,
            ),
          ],
    ),
    ...memories.map(({ devices, megabytes, most }) =>
      say(
        `| Mémoire, la plus haute de tous les ponts et formats à ${number(devices)} actifs | ${megabytes} Mo | ${most} Mo |`,
        `| Memory, the highest of all bridges and formats at ${number(devices)} assets | ${megabytes} MB | ${most} MB |`,
      ),
    ),
    say(
      `| Coût de chaque actif, à côté du plus petit parc | ${difference > 0 ? '+' : ''}${percent(difference)} | +${percent(mostDifference)} |`,
      `| Cost of each asset, beside the smallest fleet | ${difference > 0 ? '+' : ''}${percent(difference)} | +${percent(mostDifference)} |`,
    ),
  ];
}

/** Whether everything that the table tells was measured. */
export const hasResults = (): boolean =>
  ['end-to-end', 'stages', 'xlsx', 'fleets'].every((name) => existsSync(pathOf(name)));

const pathOf = (name: string): string => join(packageRoot, 'test', 'bench', 'results', `${name}.json`);

const readResult = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(pathOf(name), 'utf8')));
