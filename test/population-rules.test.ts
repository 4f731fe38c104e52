import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ConfigError, DataError } from '../shared/errors.ts';
import { glob } from '../shared/population/glob.ts';
import { collectionsNamed } from '../shared/population/rules.ts';
import { readYamlFile } from '../shared/yaml-file.ts';
import { judgePopulation, populationSchema } from './fakes/judged-population.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const labo = outputAsset('LAB-01', {
  place: {
    ou: 'CORP.EXAMPLE/POSTES/LABORATOIRES',
    groups: ['Labos [B-214]', 'Prêts'],
    ipLocation: 'Bâtiment B',
  },
  nature: { class: 'desktop' },
});
const server = outputAsset('SRV-01', {
  place: { ou: 'CORP.EXAMPLE/SERVEURS', ipLocation: null },
  nature: { class: 'server' },
});
const bare = outputAsset('NU-01', { place: { ou: null, groups: [] }, nature: { class: 'unknown' } });
const fleet = [labo, server, bare];

/** What is wrong with a text of these blocks, as the administrator reads it in English. */
function mistakesIn(yaml: string): string {
  const path = join(temporaryFolder(), 'bridge.yaml');
  writeFileSync(path, yaml);
  try {
    readYamlFile(path, populationSchema);
  } catch (error) {
    if (error instanceof ConfigError) return error.text.en;
    throw error;
  }
  return '';
}

type Conditions = Omit<NonNullable<z.input<typeof populationSchema>['exclude']>[number], 'name'>;
const cases: readonly (readonly [Conditions, readonly string[]])[] = [
  [{ collection: 'labos [b-214]' }, ['LAB-01']],
  [{ collection: 'LABOS*' }, ['LAB-01']],
  [{ collection: 'Labos' }, []],
  [{ collection: ['Autres', 'prêts'] }, ['LAB-01']],
  [{ ou: 'corp.example/postes' }, ['LAB-01']],
  [{ ou: 'CORP.EXAMPLE/POSTES/LABORATOIRES' }, ['LAB-01']],
  [{ ou: 'CORP.EXAMPLE/POST' }, []],
  [{ ou: '*/serveurs' }, ['SRV-01']],
  [{ ou: '*' }, ['LAB-01', 'SRV-01']],
  [{ class: 'server' }, ['SRV-01']],
  [{ class: ['server', 'desktop'] }, ['LAB-01', 'SRV-01']],
  [{ deviceName: 'lab-*' }, ['LAB-01']],
  [{ deviceName: '*-01' }, ['LAB-01', 'SRV-01', 'NU-01']],
  [{ deviceName: 'LAB.01' }, []],
  [{ ipLocation: 'bâtiment *' }, ['LAB-01']],
  [{ deviceName: '*-01', class: 'desktop' }, ['LAB-01']],
  [{ deviceName: 'SRV-*', class: 'desktop' }, []],
  [{ source: 'sccm', class: 'server' }, ['SRV-01']],
  [{ source: ['intune', 'sccm'], class: 'server' }, ['SRV-01']],
];

describe('a rule of exclude', () => {
  it.each(cases)('%j leaves out %j', async (conditions, names) => {
    const [first, ...others] = names;
    const wide = [outputAsset('RESTE', { nature: { class: 'camera' }, place: { ou: null } }), ...fleet];
    const judged = await judgePopulation({ exclude: [{ name: 'Règle', ...conditions }] }, wide);
    expect(Object.keys(judged.assets)).toEqual(
      ['RESTE', 'LAB-01', 'SRV-01', 'NU-01'].filter((name) => !names.some((left) => left === name)),
    );
    expect(judged.excluded).toEqual(first ? { Règle: 1 + others.length } : {});
    const told = judged.notices.filter((notice) => notice.startsWith('rule-without-effect'));
    expect(told).toHaveLength(first ? 0 : 1);
  });

  it('counts a device once, under the first rule; only a rule that fits nothing is told', async () => {
    const exclude = [
      { name: 'Un', deviceName: '*-01' },
      { name: 'Deux', class: 'server' as const },
      { name: 'Trois', deviceName: 'X*' },
    ];
    const judged = await judgePopulation({ exclude }, [...fleet, outputAsset('RESTE')]);
    expect(judged.excluded).toEqual({ Un: 3 });
    expect(judged.notices).toEqual([
      'rule-without-effect La règle d’exclusion « Trois » (deviceName: X*) ne correspond à aucun appareil.',
    ]);
  });

  it('about another source does nothing, and is not told', async () => {
    const exclude = [{ name: 'Un', source: 'intune', deviceName: '*' } as const];
    expect(await judgePopulation({ exclude }, fleet)).toMatchObject({ excluded: {}, notices: [] });
    expect((await judgePopulation({ exclude }, fleet, 'intune')).excluded).toEqual({ Un: 3 });
  });
});

describe('rules of only', () => {
  it('keep what one of them describes', async () => {
    const only = [{ collection: 'prêts' }, { class: 'server' as const }];
    const judged = await judgePopulation({ only }, fleet);
    expect(Object.keys(judged.assets)).toEqual(['LAB-01', 'SRV-01']);
    expect(judged.excluded).toEqual({ outside: 1 });
  });

  it('come before those of exclude', async () => {
    const rules = {
      only: [{ ou: '*' }],
      exclude: [
        { name: 'Nus', deviceName: 'NU-*' },
        { name: 'Labos', deviceName: 'LAB-*' },
      ],
    };
    expect((await judgePopulation(rules, fleet)).excluded).toEqual({ outside: 1, Labos: 1 });
  });

  it('that fit nothing are an error that names them', async () => {
    const judged = judgePopulation(
      { only: [{ ou: '*' }, { collection: ['A', 'B'], class: 'laptop' }] },
      fleet,
    );
    await expect(judged).rejects.toThrow(DataError);
    await expect(judged).rejects.toThrow(
      'No device fits rule 2 of rules.only (collection: A | B, class: laptop).',
    );
  });

  it('about another source keep everything', async () => {
    const only = [{ source: 'lansweeper', collection: 'Prêts' } as const];
    expect((await judgePopulation({ only }, fleet)).excluded).toEqual({});
  });

  it('name the collections to read, of one source', () => {
    const rules = populationSchema.parse({
      only: [{ source: 'intune', collection: 'I' }, { collection: ['A', 'B'] }],
      exclude: [
        { name: 'x', collection: 'A' },
        { name: 'y', ou: '*' },
        { name: 'z', source: 'sccm', collection: 'S' },
      ],
    });
    expect(collectionsNamed('sccm', rules)).toEqual(['A', 'B', 'S']);
    expect(collectionsNamed('intune', rules)).toEqual(['I', 'A', 'B']);
  });
});

describe('a pattern', () => {
  it('without a star is the text itself, whatever its case and its signs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (text, other) => {
        const pattern = text.replaceAll('*', '').trim();
        expect(glob(pattern)(pattern)).toBe(true);
        expect(glob(pattern)(`${pattern}${other}x`)).toBe(false);
        expect(glob(`${pattern}*`)(`${pattern}${other}`)).toBe(true);
        expect(glob(`*${pattern}`)(`${other}${pattern}`)).toBe(true);
      }),
    );
    expect(glob('ÉCOLE (b)')('École (B)')).toBe(true);
  });
});

describe('a configuration', () => {
  it.each([
    ['exclude: [{ name: A }]', /1:11 exclude\.0: a rule without a condition/],
    ['exclude: [{ name: A, source: sccm }]', /a rule without a condition/],
    [
      'only: [{ source: sccm }]',
      /only\.0: a rule without a condition.*collection, ou, class, deviceName, ipLocation/,
    ],
    ['exclude: [{ ou: x }]', /exclude\.0\.name/],
    ['exclude: [{ name: stale, ou: x }]', /exclude\.0\.name: “stale” counts something else/],
    ['exclude: [{ name: Obsolete, ou: x }]', /“Obsolete” counts something else/],
    ['exclude: [{ name: A, ou: x }, { name: a, ou: y }]', /exclude\.1\.name: “a” counts something else/],
    ['exclude: [{ name: A, collections: x }]', /exclude\.0\.collections.*collection/],
    ['exclude: [{ name: A, class: laptops }]', /exclude\.0\.class.*laptop/],
    ['exclude: [{ name: A, source: sscm, ou: x }]', /exclude\.0\.source.*sccm/],
    [
      'staleness: { flagDays: 30, retireDays: 30 }',
      /staleness\.retireDays: retireDays must be greater than flagDays/,
    ],
    ['staleness: { retireDays: 90, dropDays: 30 }', /dropDays must be greater than retireDays/],
    ['staleness: { flagDays: 90, dropDays: 30 }', /dropDays must be greater than flagDays/],
    ['staleness: { flagDays: 0 }', /staleness\.flagDays/],
    ['staleness: { clocks: [] }', /staleness\.clocks/],
    ['staleness: { clocks: [heartbeats] }', /staleness\.clocks\.0.*heartbeat/],
    ['staleness: { flagDays: 30, retireDays: 90, dropDays: 365 }', /^$/],
    ['exclude: [{ name: A, ou: [x, y], class: [laptop], source: [sccm, intune] }]', /^$/],
  ])('%s: %s', (yaml, message) => expect(mistakesIn(yaml)).toMatch(message));
});
