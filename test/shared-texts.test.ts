import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedTexts } from '../output/verify/shared-texts.ts';

/** From this number on, texts are kept as bytes. */
const later = 65_536;

describe('the shared texts of a workbook', () => {
  it('are by number what they were when they came, the first ones and the later ones', () => {
    const long = fc.integer({ min: 300_000, max: 400_000 }).map((length) => 'é'.repeat(length));
    const halved = fc.constantFrom('\ud800', 'a\udc00b', '😀'.slice(1));
    const text = fc.oneof(
      { weight: 20, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 1, arbitrary: long },
      { weight: 1, arbitrary: halved },
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.nat(later + 300), (some, beyond) => {
        const texts = new SharedTexts();
        for (let number = 0; number < later; number += 1) texts.add(`first ${number}`);
        for (const each of some) texts.add(each);
        expect(some.map((_, at) => texts.at(later + at))).toEqual(some);
        expect([texts.at(0), texts.at(later - 1)]).toEqual(['first 0', `first ${later - 1}`]);
        const known = beyond < later ? `first ${beyond}` : some[beyond - later];
        expect(texts.at(beyond)).toBe(known);
        expect([texts.at(-1), texts.at(Number.NaN)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 30 },
    );
  });

  it('find their place when there are more than were thought of', () => {
    const texts = new SharedTexts();
    const count = later * 4;
    for (let number = 0; number < count; number += 1) texts.add(`text ${number}`);
    for (const number of [0, later - 1, later, later * 2 - 1, later * 2, later * 3, count - 1])
      expect(texts.at(number)).toBe(`text ${number}`);
    expect(texts.at(count)).toBeUndefined();
  });
});
