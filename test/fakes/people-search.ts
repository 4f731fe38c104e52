import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { SectionSet } from '../../shared/extract/section.ts';
import type { PersonalFact, PersonalSections } from '../../shared/people/personal-column.ts';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import type { TestedBridge } from './sql-bridge.ts';

/** What names a person, or is theirs alone; a domain or a number of minutes is not. */
const telling: ReadonlySet<PersonalFact> = new Set<PersonalFact>([
  'login',
  'account',
  'upn',
  'entraId',
  'nameAndLogin',
  'displayName',
  'mail',
  'phone',
  'employeeNumber',
  'contact',
  'freeText',
]);
/** Shorter ones are found everywhere. */
const shortest = 5;

/** One row of a section, of SQL or of Graph. */
type Row = Readonly<Record<string, unknown>>;

/**
 * Every text of the sample that tells of a person, by what is declared. One that stands in a column of a device as well,
 * such as `Opérateur`, proves nothing and is left out.
 */
function peopleTexts(rows: ReadonlyMap<string, readonly Row[]>, declared: PersonalSections): string[] {
  const people = new Set<string>();
  const devices: string[] = [];
  for (const [section, all] of rows)
    for (const row of all)
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue;
        const personal = declared[section]?.[column];
        if (personal === undefined || personal.fact === 'managementName') devices.push(value);
        else if (telling.has(personal.fact))
          for (const text of textsOf(value, personal.fact)) people.add(text);
      }
  const all = devices.join('\n').toLowerCase();
  return [...people].filter((text) => text.length >= shortest && !all.includes(text.toLowerCase()));
}

/** An account as its login, a free text as its first line, which no format breaks. */
function textsOf(value: string, fact: PersonalFact): string[] {
  if (fact === 'account') return [value.slice(value.lastIndexOf('\\') + 1)];
  if (fact === 'nameAndLogin') return value.split(/[()]/).map((part) => part.trim());
  return [(value.split(/[^\p{L}\p{N} @.,:;()+_-]/u)[0] ?? '').trim()];
}

/** Of a SQL bridge, as its own queries tell them. */
export async function sqlPeople(
  { name, sampleFolder }: TestedBridge,
  sections: SectionSet,
  declared: PersonalSections,
): Promise<string[]> {
  const { database } = await openSampleDatabase(sampleFolder);
  try {
    const rows = Object.values(sections).map(({ name: section }) => {
      const query = readFileSync(join('queries', name, `${section}.sql`), 'utf8');
      return [section, database.all(query)] as const;
    });
    return peopleTexts(new Map(rows), declared);
  } finally {
    database.close();
  }
}

/** Of the sample of Intune. */
export function intunePeople(declared: PersonalSections): string[] {
  const { collections, reports, documents } = readSampleTenant();
  const details = Object.entries(documents).filter(([path]) => path.includes('managedDevices/'));
  return peopleTexts(
    new Map<string, readonly Row[]>([
      ['managedDevices', collections['/v1.0/deviceManagement/managedDevices'] ?? []],
      ['details', details.map(([, document]) => document)],
      ...Object.entries(reports),
    ]),
    declared,
  );
}

/** Which files below a folder hold which texts, in UTF-8, UTF-16 or Windows-1252, archives unpacked. */
export function foundBelow(folder: string, texts: readonly string[]): Record<string, Set<string>> {
  const found: Record<string, Set<string>> = {};
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((each) => each.isFile() && each.name !== 'bridge.yaml')) {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const part of [bytes, ...unpacked(bytes)])
      for (const text of texts)
        if (forms(text).some((form) => part.includes(form)))
          found[basename(entry.name)] = (found[basename(entry.name)] ?? new Set()).add(text);
  }
  return found;
}

const forms = (text: string): Buffer[] =>
  (['utf8', 'utf16le', 'latin1'] as const).map((encoding) => Buffer.from(text, encoding));

/** The members of a ZIP archive, by its table of contents; nothing for another file. */
function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return [];
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
    parts.push(bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
  }
  return parts;
}
