import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputNotices } from '../output/notices.ts';
import { assetTable } from '../output/profile/asset-table.ts';
import { cellText, decimalForms, timeForms } from '../output/profile/cell-format.ts';
import { type ProfileColumn, profileColumn } from '../output/profile/column.ts';
import { joinLevels } from '../output/profile/levels.ts';
import { loadProfile, type Profile } from '../output/profile/profile.ts';
import type { Asset } from '../shared/asset.ts';
import { type AssetParts, outputAsset } from './fakes/output-asset.ts';

const shipped = loadProfile('octopus-fr');
type Columns = readonly Partial<ProfileColumn>[];

/** Headers, rows and counts of a profile with a name column and these. */
function fill(columns: Columns, assets: readonly Asset[], changes: Partial<Profile> = {}) {
  const all = [{ field: 'place.name' }, ...columns].map((column, index) =>
    profileColumn.parse({ header: `C${index}`, ...column }),
  );
  const profile = { ...shipped, ...changes, ci: { ...shipped.ci, ...changes.ci, columns: all } };
  const { table, counts, unfilled } = assetTable(profile, 'sccm', assets);
  const rows = [...table.rows()].map((row) => row.slice(1));
  return { headers: table.columns.slice(1).map(({ header }) => header), rows, counts, unfilled };
}

const cellOf = (column: Partial<ProfileColumn>, parts: AssetParts, changes: Partial<Profile> = {}) =>
  fill([column], [outputAsset('PC-1', parts)], changes).rows[0]?.[0];

describe('a path of levels', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '|', ',', '-') });
  const separator = fc.constantFrom('|', ',');

  it('has exactly the levels above the first unknown one, none of them split', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), separator, (names, mark) => {
        const { text, cleaned, ended } = joinLevels(names, mark);
        const isBlank = (level: string) => level.replaceAll(mark, '').trim() === '';
        const end = names.findIndex(isBlank);
        const kept = end === -1 ? names : names.slice(0, end);
        const levels = text === '' ? [] : text.split(mark);
        expect(levels).toHaveLength(kept.length);
        for (const [index, level] of levels.entries()) {
          expect(level).toBe(level.trim());
          const letters = (each: string | undefined) => (each ?? '').replace(/[^aé]/g, '');
          expect(letters(level)).toBe(letters(kept[index]));
        }
        expect(cleaned).toBe(kept.some((level) => level.includes(mark)));
        expect(ended).toBe(names.slice(kept.length).some((level) => !isBlank(level)));
      }),
    );
  });

  it('keeps a name that needs no cleaning as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}\d]+( [\p{L}\d]+)*$/u), { minLength: 1 }), (names) => {
        expect(joinLevels(names, '|')).toEqual({ text: names.join('|'), cleaned: false, ended: false });
      }),
    );
  });

  it.each<[AssetParts['place'], string]>([
    [{ branch: 'Bécancour', building: 'Pavillon B', location: 'B-204' }, 'Bécancour|Pavillon B|B-204'],
    [{ branch: 'Bécancour', building: 'A | B' }, 'Bécancour|A - B'],
    [{ branch: 'Bécancour', location: 'B-204' }, 'Bécancour'],
    [{ building: 'Pavillon B' }, ''],
    [{}, ''],
  ])('of %j is %j', (place, cell) => {
    const levels = ['place.branch', 'place.building', 'place.location'];
    expect(cellOf({ levels }, { place: { ...place } })).toBe(cell);
  });

  it('uses the separator of SiteSplitStrategy, and counts what it cleans and where it ends', () => {
    const ci = { ...shipped.ci, tags: { ...shipped.ci.tags, SiteSplitStrategy: 'ByComma' as const } };
    const levels = ['place.branch', 'place.building', 'place.location'];
    const places = [{ branch: 'Trois, Rivières', building: 'B' }, { branch: 'A', location: 'Z' }, {}];
    const assets = places.map((place, index) => outputAsset(`PC-${index}`, { place }));
    const { rows, counts } = fill([{ levels, header: 'Site' }], assets, { ci });
    expect(rows).toEqual([['Trois - Rivières,B'], ['A'], ['']]);
    expect(counts).toMatchObject({ separatorReplaced: { Site: 1 }, levelUnknown: { Site: 1 } });
    const notices = outputNotices(counts, { cells: 0, characters: 0 });
    expect(notices.map(({ code }) => code)).toEqual(['level-unknown', 'separator-replaced']);
  });
});

describe('the form of a value', () => {
  const style = { words: shipped.words, forms: shipped.forms };

  it('of a number has one decimal sign, five decimals at most, and the value of the number', () => {
    const count = fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
    fc.assert(
      fc.property(count, fc.constantFrom(...decimalForms), (value, decimal) => {
        const text = cellText('number', { ...style, forms: { ...style.forms, decimal } })(value);
        expect(text).toMatch(/^-?\d+([.,]\d{1,5})?$/);
        expect(text.replace(/[-\d]/g, '')).toMatch(decimal === '.' ? /^\.?$/ : /^,?$/);
        expect(Math.abs(Number(text.replace(',', '.')) - value)).toBeLessThanOrEqual(0.000006);
      }),
    );
  });

  it('of a day says the same day in every form', () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...timeForms), (date, form) => {
        const iso = date.toISOString();
        const text = cellText('date', { ...style, forms: { ...style.forms, date: form } })(iso);
        const part = (name: string) => text.slice(form.indexOf(name), form.indexOf(name) + name.length);
        expect(`${part('YYYY')}-${part('MM')}-${part('DD')}`).toBe(iso.slice(0, 10));
        expect(text).toHaveLength(10);
      }),
    );
  });

  it('of memory follows the decimal sign, with and without its unit', () => {
    const changes = { forms: { ...shipped.forms, decimal: ',' as const } };
    const memory = { hardware: { memoryBytes: 4_000_000_000 } };
    expect(cellOf({ field: 'hardware.memoryBytes' }, memory, changes)).toBe('3,7 Go');
    expect(cellOf({ field: 'hardware.memoryBytes', format: 'gibibytesNumber' }, memory, changes)).toBe('3,7');
  });

  it('is a word of the profile where it has one', () => {
    const column = { field: 'extra.owner', values: { company: 'Organisation' } };
    expect(cellOf(column, { extra: { owner: 'company' } })).toBe('Organisation');
    expect(cellOf(column, { extra: { owner: 'shared' } })).toBe('shared');
    expect(cellOf(column, { extra: { owner: 'constructor' } })).toBe('constructor');
  });

  it('of supplies is a line in the language of the profile', () => {
    const supplies = [
      { name: 'Toner noir', percent: 40 },
      { name: 'Tambour', percent: null },
    ];
    const printing = { pages: 12, status: null, supplies };
    expect(cellOf({ field: 'supplyLevels' }, { printing })).toBe('Toner noir 40 %, Tambour');
    expect(cellOf({ field: 'supplyLevels' }, { printing }, { language: 'en' })).toBe(
      'Toner noir 40%, Tambour',
    );
    expect(cellOf({ field: 'supplyLevels' }, {})).toBe('');
  });

  it('is left out whole where a part of it would be another number', () => {
    const printing = { pages: 1_234_567_890, status: 'Prête à imprimer', supplies: [] };
    const columns = [
      { field: 'printing.pages', maxLength: 9, header: 'Pages' },
      { field: 'printing.status', maxLength: 5, header: 'Statut' },
    ];
    const { rows, counts } = fill(columns, [outputAsset('IMP-1', { printing })]);
    expect(rows).toEqual([['', 'Prête']]);
    expect(counts.cut).toEqual({ Pages: 1, Statut: 1 });
  });
});

describe('a retired asset', () => {
  const statuses = { ...shipped.statuses, retired: 'Retiré', active: 'En service' };
  const columns = [
    { field: 'status', header: 'État' },
    { field: 'retirementDate', header: 'DateRetrait', when: 'filled' as const },
  ];
  const asset = (status: 'retired' | 'active', lastSeenAt: string | null, name: string) =>
    outputAsset(name, { life: { status, lastSeenAt, lastInventoryAt: null } });

  it('has the day that the source knows; without one it keeps its status in Octopus, and is counted', () => {
    const assets = [
      asset('retired', '2025-03-04T05:06:07Z', 'PC-1'),
      asset('active', '2026-11-20T05:06:07Z', 'PC-2'),
      asset('retired', null, 'PC-3'),
    ];
    const { rows, counts, headers } = fill(columns, assets, { statuses });
    expect(headers).toEqual(['État', 'DateRetrait']);
    expect(rows).toEqual([
      ['Retiré', '2025-03-04'],
      ['En service', ''],
      ['', ''],
    ]);
    expect(counts.retiredWithoutDay).toEqual({ État: 1 });
    const [notice] = outputNotices(counts, { cells: 0, characters: 0 });
    expect(notice).toMatchObject({
      code: 'retired-without-day',
      text: { fr: expect.stringContaining('1 (État)') },
    });
  });

  it('has no column for the day where nothing is retired', () => {
    const { headers } = fill(columns, [asset('active', '2026-11-20T05:06:07Z', 'PC-1')], { statuses });
    expect(headers).toEqual(['État']);
  });
});

describe('a column that may be left out', () => {
  const pages = (count: number | null, name: string, parts: AssetParts = {}) =>
    outputAsset(name, { ...parts, printing: { pages: count, status: null, supplies: [] } });
  const column: Partial<ProfileColumn> = { field: 'printing.pages', header: 'Pages', when: 'filled' };

  it('is there as soon as one asset has a value, wherever it comes', () => {
    const first = fill([column], [pages(7, 'A'), pages(null, 'B')]);
    const last = fill([column], [pages(null, 'A'), pages(7, 'B')]);
    expect([first.headers, last.headers]).toEqual([['Pages'], ['Pages']]);
    expect(last).toMatchObject({ rows: [[''], ['7']], unfilled: [] });
  });

  it('is named when it is left out', () => {
    expect(fill([column], [pages(null, 'A')])).toMatchObject({
      headers: [],
      rows: [[]],
      unfilled: ['Pages'],
    });
    expect(fill([{ ...column, when: 'always' }], [pages(null, 'A')])).toMatchObject({
      headers: ['Pages'],
      unfilled: [],
    });
  });

  it('is left out where only types that lack the attribute have a value, which is counted', () => {
    const { headers, counts } = fill(
      [{ ...column, types: ['Imprimante'] }],
      [pages(7, 'PC-1'), pages(9, 'PC-2')],
    );
    expect(headers).toEqual([]);
    expect(counts.typeWithoutAttribute).toEqual({ Pages: 2 });
    const printer = pages(7, 'IMP-1', { nature: { class: 'printer' } });
    expect(fill([{ ...column, types: ['Imprimante'] }], [printer]).rows).toEqual([['7']]);
  });
});

describe('attributes of the shipped profile', () => {
  it('are empty for every class that they make no sense for', () => {
    const filled = (nature: AssetParts['nature']) => {
      const parts = { nature: { ...nature }, printing: { pages: 7, status: 'Prête', supplies: [] } };
      const { table } = assetTable(shipped, 'lansweeper', [outputAsset('X-1', parts)]);
      const [row = []] = [...table.rows()];
      return table.columns.flatMap(({ header }, index) => (row[index] === '' ? [] : [header]));
    };
    const common = ['Type', 'Nom', 'Manufacturier', 'Modèle', 'NuméroSérie'];
    const reached = [...common, 'Adresse IP', 'Adresse Mac', 'Dernier inventaire'];
    expect(filled({ class: 'monitor' })).toEqual([...common, 'Dernier inventaire']);
    expect(filled({ class: 'switch' })).toEqual(reached);
    expect(filled({ class: 'printer' })).toEqual([...reached, 'Pages imprimées', "État de l'imprimante"]);
    const phone = ["Système d'exploitation", 'Utilisateur principal'];
    expect(new Set(filled({ class: 'smartphone' }))).toEqual(new Set([...reached, ...phone]));
  });
});
