import fc from 'fast-check';
import { type SccmRecord, type Sections, sections } from '../../bridges/sccm/record.ts';
import { day, flag, integer, moment, number, text } from '../../shared/extract/readers.ts';
import type { Reader } from '../../shared/extract/section.ts';

/** Texts that mean something somewhere, mixed into every column so that joins and rules are met. */
const telling = [
  'PC-0001',
  'pc-0001',
  'PC-0001.corp.example',
  'corp.example',
  'CORP',
  'WORKGROUP',
  'CORP\\jtremblay',
  'corp\\JTREMBLAY',
  'LAB\\jtremblay',
  'PC-0001\\local',
  '.\\admin',
  'CORP\\svc$',
  'jtremblay@corp.example',
  'jtremblay',
  'GUID:0F3C2B1A-1111-4222-8333-444455556666',
  '03000200-0400-0500-0006-000700080009',
  'To be filled by O.E.M.',
  '5CG1234ABC',
  'VMware-56 4d 11 22 33 44 55 66-77 88 99 aa bb cc dd ee',
  'x1',
  '9, 12',
  '12',
  '3',
  'System Enclosure 0',
  'System Enclosure 1',
  'LENOVO',
  '20XW0026CA',
  'ThinkPad X1 Carbon Gen 9',
  'VMware, Inc.',
  'VMware7,1',
  '10.20.30.40,fe80::1,2001:db8::7',
  '255.255.255.0,64,64',
  '169.254.3.4',
  '10.20.30.1',
  '00:15:5D:01:02:03',
  '00-15-5d-01-02-04',
  '00:50:56:C0:00:08',
  'Intel(R) Ethernet Connection I219-LM',
  'Intel(R) Wi-Fi 6 AX201',
  'Hyper-V Virtual Ethernet Adapter',
  'Ethernet 802.3',
  'C:',
  'd:',
  '10.0.22631',
  '10.0.22631.4460',
  '17763',
  '64 bits',
  'Microsoft Windows 11 Entreprise',
  'Windows NT Server 10.0',
  '0',
  '1',
  'é\u0000\uffff',
] as const;

const arbitraryText = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom(...telling) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map(text) },
);
const arbitraryTime = fc
  .date({ min: new Date('1601-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => moment(date.toISOString().slice(0, 19)));

const byReader: ReadonlyMap<Reader<unknown>, fc.Arbitrary<unknown>> = new Map<
  Reader<unknown>,
  fc.Arbitrary<unknown>
>([
  [text, arbitraryText],
  [integer, fc.oneof(fc.constant(null), fc.integer({ min: -1, max: 9 }), fc.maxSafeInteger())],
  [
    number,
    fc.oneof(
      fc.constant(null),
      fc.integer({ min: -1, max: 70000 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  ],
  [flag, fc.constantFrom(null, true, false)],
  [moment, fc.oneof(fc.constant(null), arbitraryTime)],
  [day, fc.oneof(fc.constant(null), arbitraryTime.map(day))],
]);

const names = Object.keys(sections) as (keyof Sections)[];

/** Any record that the readers of the sections could deliver. */
export const arbitraryRecord: fc.Arbitrary<SccmRecord> = fc.record({
  key: fc.nat(),
  sections: fc.record(
    Object.fromEntries(names.map((name) => [name, arbitrarySection(name)])),
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Sections>,
  extra: fc.dictionary(fc.string(), fc.string()),
});

/** The same record with the rows of each section in another order. */
export function shuffled(record: SccmRecord): fc.Arbitrary<SccmRecord> {
  const shuffles = Object.entries(record.sections).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? fc.shuffledSubarray(rows, { minLength: rows.length }) : fc.constant(rows),
  ]);
  return (fc.record(Object.fromEntries(shuffles)) as fc.Arbitrary<unknown> as fc.Arbitrary<Sections>).map(
    (sections) => ({ ...record, sections }),
  );
}

function arbitrarySection(name: keyof Sections): fc.Arbitrary<unknown> {
  const row = fc.record(
    Object.fromEntries(
      Object.entries(sections[name].columns).map(([column, reader]) => [
        column,
        byReader.get(reader) ?? fc.constant(null),
      ]),
    ),
  );
  if (name === 'base') return row;
  return sections[name].grain === 'one' ? fc.option(row) : fc.array(row, { maxLength: 4 });
}
