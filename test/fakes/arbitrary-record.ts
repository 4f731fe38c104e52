import fc from 'fast-check';
import { day, flag, integer, moment, number, text } from '../../shared/extract/readers.ts';
import type { DeviceRecord, Reader, Section, SectionSet } from '../../shared/extract/section.ts';

const arbitraryTime = fc
  .date({ min: new Date('1601-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => moment(date.toISOString().slice(0, 19)));

/** What each reader may deliver; `telling`: texts that mean something somewhere, so that joins and rules are met. */
function values(telling: readonly string[]): ReadonlyMap<Reader<unknown>, fc.Arbitrary<unknown>> {
  const arbitraryText = fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(...telling) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map(text) },
  );
  const sizes = [fc.integer({ min: -1, max: 70000 }), fc.double({ noNaN: true, noDefaultInfinity: true })];
  return new Map<Reader<unknown>, fc.Arbitrary<unknown>>([
    [text, arbitraryText],
    [integer, fc.oneof(fc.constant(null), fc.integer({ min: -1, max: 9 }), fc.maxSafeInteger())],
    [number, fc.oneof(fc.constant(null), ...sizes)],
    [flag, fc.constantFrom(null, true, false)],
    [moment, fc.oneof(fc.constant(null), arbitraryTime)],
    [day, fc.oneof(fc.constant(null), arbitraryTime.map(day))],
  ]);
}

/** Any record that the readers of the sections could deliver. */
export function arbitraryRecord<S extends SectionSet>(
  sections: S,
  telling: readonly string[],
): fc.Arbitrary<DeviceRecord<S>> {
  const byReader = values(telling);
  const row = ({ columns }: Section) =>
    fc.record(
      Object.fromEntries(
        Object.entries(columns).map(([column, reader]) => [
          column,
          byReader.get(reader) ?? fc.constant(null),
        ]),
      ),
    );
  const rows = Object.entries(sections).map(([name, section]) => {
    if (name === 'base') return [name, row(section)];
    return [
      name,
      section.grain === 'one' ? fc.option(row(section)) : fc.array(row(section), { maxLength: 4 }),
    ];
  });
  return fc.record({
    key: fc.nat(),
    sections: fc.record(Object.fromEntries(rows)) as fc.Arbitrary<unknown> as fc.Arbitrary<
      DeviceRecord<S>['sections']
    >,
    extra: fc.dictionary(fc.string(), fc.string()),
  });
}

/** The same record with the rows of each section in another order. */
export function shuffled<S extends SectionSet>(record: DeviceRecord<S>): fc.Arbitrary<DeviceRecord<S>> {
  const shuffles = Object.entries(record.sections).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? fc.shuffledSubarray(rows, { minLength: rows.length }) : fc.constant(rows),
  ]);
  const sections = fc.record(Object.fromEntries(shuffles)) as fc.Arbitrary<unknown>;
  return (sections as fc.Arbitrary<DeviceRecord<S>['sections']>).map((other) => ({
    ...record,
    sections: other,
  }));
}
