import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compared, compareItems } from '../output/octopus/compare.ts';
import { heldItems } from '../output/octopus/held-items.ts';
import type { SentItem } from '../output/octopus/sent-items.ts';
import { octopusApiSettings } from '../output/octopus/settings.ts';
import { SourceError } from '../shared/errors.ts';

const columns = { name: 'Nom', serial: 'No. série', type: 'Type' };
const settingsOf = (answer: Readonly<Record<string, unknown>>) =>
  octopusApiSettings.parse({
    url: 'https://octopus.example.org',
    applicationKey: { env: 'KEY' },
    list: { id: 1 },
    columns,
    answer,
  });
const read = (answer: unknown, fields: Readonly<Record<string, unknown>> = {}) =>
  heldItems(answer, settingsOf(fields), 'octopus.example.org/list');
const failure = (answer: unknown, fields: Readonly<Record<string, unknown>> = {}) => {
  try {
    read(answer, fields);
  } catch (error) {
    if (error instanceof SourceError) return error.text.en;
    throw error;
  }
  return null;
};

const laptop = { name: 'GH-LT-001', serial: '5CG1', type: 'Portable' };

describe('the rows of an answer', () => {
  it.each([
    ['objects', [{ Nom: 'GH-LT-001', 'No. série': '5CG1', Type: 'Portable' }], {}],
    [
      'objects further inside',
      { data: { rows: [{ values: { Nom: 'GH-LT-001', 'No. série': '5CG1', Type: 'Portable' } }] } },
      { rows: 'data.rows', cells: 'values' },
    ],
    [
      'cells with a value in each',
      [{ Nom: { v: ' GH-LT-001 ' }, 'No. série': { v: '5CG1' }, Type: { v: 'Portable' } }],
      { cell: 'v' },
    ],
    [
      'cells by place',
      { columns: ['Type', 'Nom', 'No. série'], rows: [['Portable', 'GH-LT-001', '5CG1']], count: 1 },
      { rows: 'rows', headers: 'columns', total: 'count' },
    ],
    [
      'cells by place, the columns and rows being objects',
      {
        columns: [{ title: 'Nom' }, { title: 'No. série' }, { title: 'Type' }],
        rows: [{ cells: ['GH-LT-001', '5CG1', 'Portable'] }],
      },
      { rows: 'rows', cells: 'cells', headers: 'columns', header: 'title' },
    ],
  ])('may be %s', (_, answer, fields) => {
    expect(read(answer, fields)).toEqual({ items: [laptop], rows: 1 });
  });

  it('may hold numbers, nothing, and rows without a name', () => {
    const rows = [{ Nom: 12, 'No. série': null, Type: '' }, { Nom: null, Type: 'Portable' }, { Nom: 'A' }];
    const items = [
      { name: '12', serial: null, type: null },
      { name: 'A', serial: null, type: null },
    ];
    expect(read(rows)).toEqual({ items, rows: 3 });
  });

  it.each([
    [
      'fewer rows than there are',
      { rows: [], total: 9 },
      { rows: 'rows', total: 'total' },
      '0 rows received of 9',
    ],
    [
      'no total where one is configured',
      { rows: [] },
      { rows: 'rows', total: 'total' },
      '(octopusApi.answer.total)',
    ],
    ['no columns where they are configured', [], { headers: 'columns' }, '(octopusApi.answer.headers)'],
    ['cells by place without columns', [['A', 'B', 'C']], {}, 'no row has a column "Nom"'],
    [
      'a cell that is no value',
      [{ Nom: { v: 1 }, 'No. série': '', Type: '' }],
      {},
      '(octopusApi.answer.cell)',
    ],
    ['a refusal', { error: 'denied' }, {}, 'an object with the fields error.'],
  ])('are refused with %s', (_, answer, fields, said) => {
    expect(failure(answer, fields)).toContain(said);
  });

  it('are read or refused, whatever the answer, and a refusal tells no value', () => {
    const value = fc.stringMatching(/^§[a-z]{3,12}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        value,
        fc.constantFrom(null, true, 0),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('Nom', 'No. série', 'Type', 'rows', 'columns', '__proto__'),
          tie('tree'),
        ),
      ),
    }));
    const fields = fc.constantFrom(
      {},
      { rows: 'rows' },
      { rows: 'rows', headers: 'columns' },
      { cell: 'Nom' },
    );
    fc.assert(
      fc.property(tree, fields, (answer, where) => {
        expect(failure(answer, where) ?? '').not.toContain('§');
      }),
    );
  });
});

describe('the comparison', () => {
  const both: Compared = { serial: true, type: true };
  const item = fc.record({
    name: fc.constantFrom('A', 'a', 'B', 'C', 'É'),
    serial: fc.option(fc.constantFrom('5CG1234', '5cg1234', 'PF0ABCD', '0', 'To be filled by O.E.M.')),
    type: fc.option(fc.constantFrom('Portable', 'Tablette')),
  });
  const items = fc.array(item, { maxLength: 8 });

  it('finds everything in what was sent', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ name }) => name.toLowerCase() }), (sent) => {
        const nothing = { missing: [], otherName: [], otherSerial: [], otherType: [] };
        const held = sent.map((each) => ({ ...each, name: ` ${each.name.toLowerCase()} ` }));
        expect(compareItems(sent, held.toReversed(), both)).toEqual({ found: sent.length, ...nothing });
      }),
    );
  });

  it('puts each item in one place: found, missing, other name, or other values', () => {
    fc.assert(
      fc.property(items, items, (sent, held) => {
        const { found, missing, otherName, otherSerial, otherType } = compareItems(sent, held, both);
        const counted = found + missing.length + otherName.length;
        expect(counted + Math.max(otherSerial.length, otherType.length)).toBeLessThanOrEqual(sent.length);
        expect(counted + otherSerial.length + otherType.length).toBeGreaterThanOrEqual(sent.length);
      }),
    );
  });

  const sent: SentItem[] = [{ name: 'PC-1', serial: '5CG1234', type: 'Portable' }];
  const other = { name: 'PC-9', serial: '5cg1234', type: 'Portable' };

  it.each([
    ['knows an item by its serial', sent, [other], 1],
    ['does not, when two items have it', sent, [other, { ...other, name: 'PC-8' }], 0],
    ['does not, when that item was sent too', [...sent, { ...other, serial: null }], [other], 0],
    [
      'does not, by a placeholder',
      [{ name: 'PC-1', serial: 'To be filled by O.E.M.', type: null }],
      [{ ...other, serial: 'To be filled by O.E.M.' }],
      0,
    ],
  ])('%s', (_, sentItems, held, count) => {
    const { otherName, missing } = compareItems(sentItems, held, both);
    expect([otherName.length, missing.length]).toEqual([count, 1 - count]);
  });

  it('compares only what both sides tell', () => {
    const held = [{ name: 'PC-1', serial: null, type: null }];
    expect(compareItems(sent, held, { serial: false, type: false }).found).toBe(1);
    expect(compareItems(sent, held, both).otherSerial).toEqual([
      { name: 'PC-1', sent: '5CG1234', held: null },
    ]);
    const silent = [{ name: 'PC-1', serial: null, type: null }];
    expect(compareItems(silent, [other, { ...other, name: 'PC-1' }], both).found).toBe(1);
  });

  it('takes the row that agrees best where a list has several for an item', () => {
    const held = [
      { ...other, name: 'PC-1', serial: null },
      { ...other, name: 'PC-1' },
    ];
    expect(compareItems(sent, held, both).found).toBe(1);
  });
});
