import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment, wallClockText } from '../shared/instant.ts';

const moments = fc.date({
  min: new Date('1981-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('reading a time', () => {
  it('reads every spelling of a moment as the same text, with its zone', () => {
    fc.assert(
      fc.property(moments, (date) => {
        const [day, time] = date.toISOString().slice(0, 19).split('T');
        const told = `${day}T${time}`;
        expect(wallClockText(date)).toBe(told);
        for (const text of [told, `${day} ${time}`, `${told}.123`]) expect(readMoment(text)).toBe(told);
        expect(readMoment(`${told}Z`)).toBe(`${told}Z`);
        expect(readMoment(`${told}.5Z`)).toBe(`${told}Z`);
        expect(readMoment(String(day))).toBe(`${day}T00:00:00`);
      }),
    );
  });

  it('reads other text as a time only where the calendar has it', () => {
    const number = (most: number) =>
      fc.integer({ min: 0, max: most }).map((each) => String(each).padStart(2, '0'));
    const parts = fc.tuple(number(14), number(33), number(25), number(61), number(61));
    fc.assert(
      fc.property(parts, ([month, day, hour, minute, second]) => {
        const text = `2026-${month}-${day}T${hour}:${minute}:${second}`;
        const real = new Date(
          Date.UTC(2026, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
        );
        if (real.toISOString().slice(0, 19) === text) expect(readMoment(text)).toBe(text);
        else expect(() => readMoment(text)).toThrow(TypeError);
      }),
    );
  });

  it.each([
    '',
    'yesterday',
    '2026-11-22T',
    '2026-02-30',
    '22/11/2026',
    '2026-11-22T24:00:00',
    'x026-11-22T03:00:00',
  ])('refuses «%s»', (text) => {
    expect(() => readMoment(text)).toThrow(TypeError);
  });

  it('takes the days that mean none for none, in every spelling', () => {
    for (const text of [
      '1601-01-01',
      '1980-01-01T00:00:00',
      '1970-01-01 05:00:00Z',
      '1899-12-30T00:00:00.000',
    ])
      expect(readMoment(text)).toBeNull();
  });
});
