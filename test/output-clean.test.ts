import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaner } from '../output/table/clean.ts';
import { decodeWindows1252, encodeWindows1252 } from '../output/table/windows-1252.ts';
import { windows1252Text } from './windows-1252-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe.each(['csv', 'xlsx'] as const)('cleaning for %s', (format) => {
  const clean = (text: string): string => cleaner(format).clean(text);

  it.each([
    ['nothing to do', 'Poste d’été – 100 %', 'Poste d’été – 100 %'],
    ['line breaks', 'a\r\n\tb\u2028c\u0085d', 'a b c d'],
    ['vertical tab and form feed', 'a\u000bb\u000cc', 'a b c'],
    ['controls', 'a\u0000b\u001bc\u007fd\u009fe', 'a?b?c?d?e'],
    ['code points that XML lacks', '\ufffe\uffff', '??'],
    ['lone surrogates', 'a\ud800b\udc00', 'a?b?'],
    ['formulas', '=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['edge spaces', ' a ', ' a '],
  ])('treats %s', (_, text, expected) => expect(clean(text)).toBe(expected));

  it('leaves nothing that the format cannot hold, for any code units', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, codeUnits), (text) => {
        const cleaned = clean(text);
        expect(cleaned).not.toMatch(/[\p{Control}\p{Surrogate}\ufffe\uffff\u2028\u2029]/u);
        if (format === 'csv') expect(() => encodeWindows1252(cleaned)).not.toThrow();
      }),
    );
  });

  it('never grows, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, codeUnits), (text) => {
        const cleaned = clean(text);
        expect(cleaned.length).toBeLessThanOrEqual(text.length);
        expect(clean(cleaned)).toBe(cleaned);
      }),
    );
  });

  it('counts cells and characters over a pass', () => {
    const pass = cleaner(format);
    for (const text of ['a', 'b\u0000\u0001', 'c\td', '\ud800']) pass.clean(text);
    expect(pass.counts()).toEqual({ cells: 2, characters: 3 });
  });
});

describe('cleaning for csv only', () => {
  it.each([
    ['an accent that Windows-1252 lacks', 'Ǎāễ', 'Aae'],
    ['a letter and its accent apart', 'e\u0301', 'é'],
    ['a letter without a base', 'Łđ', '??'],
    ['full-width letters', 'ＡＢ', 'AB'],
    ['a sign longer than one letter', '№ ﬁ', '? ?'],
    ['an accent alone', 'x\u030c', 'x'],
    ['an emoji', '😀', '?'],
    ['what Windows-1252 keeps apart', '€‚œŸ™', '€‚œŸ™'],
  ])('treats %s', (_, text, expected) => expect(cleaner('csv').clean(text)).toBe(expected));
});

describe('Windows-1252', () => {
  it('encodes and decodes every byte that means something', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) continue;
      const bytes = Buffer.from([byte]);
      const text = decodeWindows1252(bytes.toString('latin1'));
      expect(text).toBe(windows1252Text(bytes));
      expect(encodeWindows1252(text).equals(bytes)).toBe(true);
    }
  });

  it('refuses what it lacks', () => {
    for (const text of ['Ł', '\u0080', '日']) expect(() => encodeWindows1252(text)).toThrow(RangeError);
  });
});
