import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsText } from '../shared/read-device.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '\\', '\n', '\u2028', '\ud800', 'é « »', ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string()),
);
const row = fc.dictionary(fc.string(), cell, { noNullPrototype: true });
const section = fc.oneof(row, fc.array(row, { maxLength: 4 }), fc.constant(null));

const said = (one: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));

describe('the rows of a device as text', () => {
  it('are the JSON of what is said, whatever the source writes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), section, { noNullPrototype: true }), (sections) => {
        const expected = Object.entries(sections).flatMap(([name, found]) => {
          const rows = found === null ? [] : [found].flat();
          return rows.length === 0 ? [] : [[`q ${name}`, rows.map(said)] as const];
        });
        const read: unknown = JSON.parse(rowsText(sections, (name) => `q ${name}`));
        expect(read).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(expected))));
      }),
      { numRuns: 500 },
    );
  });
});
