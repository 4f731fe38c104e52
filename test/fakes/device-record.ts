import type { DeviceRecord, RecordOf, SectionSet } from '../../shared/extract/section.ts';

/** What a test says of a record; everything else is unknown. */
export type Overrides<R> = {
  readonly [Name in keyof R]?: R[Name] extends readonly (infer Row)[]
    ? readonly Partial<Row>[]
    : Partial<NonNullable<R[Name]>> | null;
};

/** A record of a bridge of which nothing is known but the values given for its base, and what the test says. */
export function deviceRecord<S extends SectionSet>(
  sections: S,
  base: Readonly<Record<string, unknown>>,
  overrides: Overrides<RecordOf<S>>,
  key: number,
): DeviceRecord<S> {
  const filled = Object.entries(sections).map(([name, { grain, columns }]) => {
    const blank = Object.fromEntries(Object.keys(columns).map((column) => [column, null]));
    const given: unknown = Object(overrides)[name] ?? null;
    if (name === 'base') return [name, { ...blank, ...base, ...Object(given ?? {}) }];
    if (grain === 'one') return [name, given === null ? null : { ...blank, ...Object(given) }];
    return [name, Array.isArray(given) ? given.map((row) => ({ ...blank, ...row })) : []];
  });
  return { key, sections: Object.fromEntries(filled), extra: {} };
}
