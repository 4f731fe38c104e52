import { z } from 'zod';
import type { PublishedRelation } from '../../shared/run/relation-store.ts';
import { legalSheetName, legalSourceName } from '../profile/legal-names.ts';
import type { Table } from '../table/writer.ts';

const name = z.string().min(1);

/** How a tie reads in Octopus. */
const reading = z.strictObject({
  /** Name of a relation type that exists in Octopus and is allowed between the two CI types. */
  relation: name,
  /** Which of the two stands in CI1: the asset that the tie starts from, or the other one. */
  first: z.enum(['this', 'other']).default('this'),
});

/** Block `relations` of a profile. */
export const relationsContent = z.strictObject({
  sheet: name.refine(...legalSheetName),
  sourceName: name.refine(...legalSourceName),
  tags: z.strictObject({ ManageRelations: z.boolean(), EmptyValueHandling: z.enum(['NoChange', 'Clear']) }),
  /** A monitor and its computer; null leaves such ties out. */
  displayOf: reading.nullable(),
  /** A virtual machine and its host. */
  guestOf: reading.nullable(),
  /** A device and the switch that it is plugged into. */
  connectedTo: reading.nullable(),
  /** Ties that the source names itself, by that name. */
  related: z.record(z.string(), reading),
});
export type RelationsContent = z.infer<typeof relationsContent>;

/** What did not become a row in the pass that was begun last. */
export interface RelationCounts {
  /** Ties whose name in the source has no entry in `related`, by that name. */
  readonly unnamed: Readonly<Record<string, number>>;
  /** Ties of a CI whose name is longer than this content takes. */
  readonly nameTooLong: number;
}

export interface RelationsTable {
  readonly table: Table;
  counts(): RelationCounts;
}

const nameLimit = 125;
const noteLimit = 2000;

/** One row for each tie that the profile reads; the place on the other asset, such as a switch port, is the note. */
export function relationsTable(
  content: RelationsContent,
  relations: () => Iterable<PublishedRelation>,
): RelationsTable {
  let unnamed: Record<string, number> = {};
  let nameTooLong = 0;
  function* rows(): Generator<readonly string[]> {
    unnamed = {};
    nameTooLong = 0;
    for (const tie of relations()) {
      const read = tie.kind === 'related' ? content.related[tie.label ?? ''] : content[tie.kind];
      if (read === undefined) unnamed[tie.label ?? ''] = (unnamed[tie.label ?? ''] ?? 0) + 1;
      if (!read) continue;
      if (tie.from.length > nameLimit || tie.to.length > nameLimit) nameTooLong += 1;
      else {
        const pair = read.first === 'this' ? [tie.from, tie.to] : [tie.to, tie.from];
        yield [...pair, read.relation, (tie.detail ?? '').slice(0, noteLimit)];
      }
    }
  }
  const column = (header: string, maxLength: number, required: boolean) => ({
    header,
    maxLength,
    required,
    unique: false,
  });
  const columns = [
    column('CI1', nameLimit, true),
    column('CI2', nameLimit, true),
    column('Relation', nameLimit, true),
    column('Note', noteLimit, false),
  ];
  return { table: { sheet: content.sheet, columns, rows }, counts: () => ({ unnamed, nameTooLong }) };
}
