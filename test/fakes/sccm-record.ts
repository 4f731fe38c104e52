import { type SccmRecord, type Sections, sections } from '../../bridges/sccm/record.ts';

type Overrides = {
  readonly [Name in keyof Sections]?: Sections[Name] extends readonly (infer Row)[]
    ? readonly Partial<Row>[]
    : Partial<NonNullable<Sections[Name]>> | null;
};

const names = Object.keys(sections) as (keyof Sections)[];

/** A record of a client named PC-0001 about which nothing is known but what the test says. */
export function sccmRecord(overrides: Overrides = {}, key = 16777220): SccmRecord {
  const filled = names.map((name) => {
    const given = overrides[name] ?? null;
    if (name === 'base') return [name, { ...blank(name), netbiosName: 'PC-0001', client: true, ...given }];
    if (sections[name].grain === 'one') return [name, given === null ? null : { ...blank(name), ...given }];
    return [name, Array.isArray(given) ? given.map((row) => ({ ...blank(name), ...row })) : []];
  });
  return { key, sections: Object.fromEntries(filled), extra: {} };
}

/** The sections of such a record. */
export const sccmSections = (overrides: Overrides = {}): Sections => sccmRecord(overrides).sections;

function blank(name: keyof Sections): Record<string, null> {
  return Object.fromEntries(Object.keys(sections[name].columns).map((column) => [column, null]));
}
