import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readMonthFirst } from '../shared/device/day-text.ts';
import { readMegahertz, readNumber, readSize } from '../shared/device/quantity-text.ts';

const gib = 2 ** 30;

describe('a size as text', () => {
  it.each([
    ['16 GB', 1024, 16 * gib],
    ['16 Go', 1024, 16 * gib],
    ['8192 MB', 1024, 8 * gib],
    ['8192 Mo', 1024, 8 * gib],
    ['32768MB', 1024, 32 * gib],
    ['476,9 Gio', 1000, Math.round(476.9 * gib)],
    ['1920.4 GB', 1000, 1_920_400_000_000],
    ['1 920,4 Go', 1000, 1_920_400_000_000],
    ['1,920.4 GB', 1000, 1_920_400_000_000],
    ['1.8T', 1000, Math.round(1.8 * 2 ** 40)],
    ['7,7G', 1024, Math.round(7.7 * gib)],
    ['512 bytes', 1000, 512],
    ['2 To', 1000, 2_000_000_000_000],
    ['1,5 TiB', 1000, 1.5 * 2 ** 40],
  ] as const)('%s is %i-based %i bytes', (text, base, bytes) => {
    expect(readSize(text, base)).toBe(bytes);
  });

  it.each([
    'No Module Installed',
    'Unknown',
    '',
    null,
    '0',
    '0 MB',
    '8192',
    '1.024 GB',
    '1,024 MB',
    '1,2,3 GB',
    'GB',
    '-4 GB',
    `${'9'.repeat(30)} GB`,
    '16 GB x 2',
  ])('%j is none, or could be two', (text) => {
    expect(readSize(text, 1024)).toBeNull();
  });

  it('reads back any size that a program of either language writes', () => {
    const units = fc.constantFrom('KB', 'MB', 'GB', 'TB', 'Ko', 'Mo', 'Go', 'To', 'KiB', 'Mio', 'Gio', 'TiB');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7999 }),
        fc.integer({ min: 0, max: 99 }),
        units,
        fc.constantFrom('.', ','),
        (whole, part, unit, point) => {
          const digits = part === 0 ? String(whole) : `${whole}${point}${String(part).padStart(2, '0')}`;
          const power = 'kmgt'.indexOf(unit.charAt(0).toLowerCase()) + 1;
          const base = unit.includes('i') ? 1024 : 1000;
          expect(readSize(`${digits} ${unit}`, 1000)).toBe(Math.round((whole + part / 100) * base ** power));
        },
      ),
    );
  });

  it('is never negative, never a fraction, never thrown over, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const value of [readSize(text, 1024), readMegahertz(text), readNumber(text)])
          expect(value === null || (value >= 0 && Number.isFinite(value))).toBe(true);
        const size = readSize(text, 1024);
        expect(size === null || Number.isSafeInteger(size)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a speed as text', () => {
  it.each([
    ['4000 MHz', 4000],
    ['3,4 GHz', 3400],
    ['2.40GHz', 2400],
    ['2933 MT/s', 2933],
    ['30000 MHz', null], // of a virtual machine
    ['Unknown', null],
    ['0 MHz', null],
    ['3400', null],
    [null, null],
  ])('%j is %j', (text, mhz) => {
    expect(readMegahertz(text)).toBe(mhz);
  });
});

describe('a day as text', () => {
  it.each([
    ['2028-06-30', '2028-06-30'],
    ['2028/6/3', '2028-06-03'],
    ['2028-06-30 00:00:00', '2028-06-30'],
    ['30/06/2027', '2027-06-30'],
    ['06/30/2027', '2027-06-30'],
    ['05/05/2027', '2027-05-05'],
    ['01/04/2027', null], // April or January
    ['31/02/2027', null],
    ['2027-13-01', null],
    ['bientôt', null],
    ['', null],
    [null, null],
  ])('%j is %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('has the month first where a program always writes it so', () => {
    expect(['07/14/2024', '01/04/2027', '14/07/2024', null].map(readMonthFirst)).toEqual([
      '2024-07-14',
      '2027-01-04',
      null,
      null,
    ]);
  });

  it('is one of the calendar or none, and an ISO day is always itself', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        fc.string(),
        (date, other) => {
          const day = date.toISOString().slice(0, 10);
          expect(readDay(day)).toBe(day);
          const [year, month, number] = day.split('-');
          expect([day, null]).toContain(readDay(`${number}/${month}/${year}`));
          expect(readDay(other) ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
        },
      ),
    );
  });
});
