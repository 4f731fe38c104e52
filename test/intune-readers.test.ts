import { describe, expect, it } from 'vitest';
import { day, flag, id, instant, positiveNumber, present, text, texts } from '../bridges/intune/readers.ts';
import { readRow, Unreadable } from '../bridges/intune/record.ts';
import { listRow } from './fakes/intune-record.ts';

describe('what Intune writes when it does not know becomes null', () => {
  it.each([
    [text, '', null],
    [text, '   ', null],
    [text, 'Unknown', null],
    [text, 'unknown', null],
    [text, 'unknownFutureValue', null],
    [text, ' 7XQ4ZZ1 ', '7XQ4ZZ1'],
    [text, 'Unknownville', 'Unknownville'],
    [text, null, null],
    [text, undefined, null],
    [flag, true, true],
    [flag, false, false],
    [flag, 'False', false],
    [flag, 'True', true],
    [flag, 'Unknown', null],
    [flag, null, null],
    [positiveNumber, 0, null],
    [positiveNumber, -1, null],
    [positiveNumber, 511069650944, 511069650944],
    [positiveNumber, null, null],
    [instant, '0001-01-01T00:00:00Z', null],
    [instant, '9999-12-31T23:59:59Z', null],
    [instant, '1970-01-01T00:00:00Z', null],
    [instant, '2026-11-20T08:14:52Z', '2026-11-20T08:14:52Z'],
    [instant, '2026-11-20T08:14:52.1234567Z', '2026-11-20T08:14:52Z'],
    [instant, '2026-11-20 08:14:52.0000000', '2026-11-20T08:14:52Z'],
    [day, '2026-10-01', '2026-10-01'],
    [day, '', null],
    [id, '00000000-0000-0000-0000-000000000000', null],
    [id, 'FE014372-9313-4ADF-BBA3-FEC76CA387B5', 'fe014372-9313-4adf-bba3-fec76ca387b5'],
    [id, '', null],
    [texts, ['198.51.100.17', ''], ['198.51.100.17']],
    [texts, null, null],
    [present, null, false],
    [present, { inventory: false }, true],
  ])('%o of %j is %j', (read, value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it.each([
    [text, 12],
    [text, {}],
    [flag, 'perhaps'],
    [positiveNumber, '16'],
    [positiveNumber, Number.POSITIVE_INFINITY],
    [instant, 'yesterday'],
    [texts, 'one'],
  ])('%o refuses %j, which is of another kind', (read, value) => {
    expect(() => read(value)).toThrow(TypeError);
  });

  it('a value of another kind is null in its row, and is counted', () => {
    const unreadable = new Unreadable();
    const item = { name: 7, size: 'big', time: '2026-11-20T08:14:52Z' };
    const row = readRow({ name: text, size: positiveNumber, time: instant }, item, unreadable);
    expect(row).toEqual({ name: null, size: null, time: '2026-11-20T08:14:52Z' });
    expect([...unreadable.entries()]).toEqual([
      ['name', 1],
      ['size', 1],
    ]);
  });

  it('a property that Graph leaves out is null', () => {
    const row = listRow({ deviceName: 'BEC-P-1' });
    expect(row.deviceName).toBe('BEC-P-1');
    expect(Object.entries(row).filter(([, value]) => value !== null && value !== false)).toHaveLength(1);
  });
});
