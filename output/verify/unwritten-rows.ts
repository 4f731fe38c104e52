import { extname } from 'node:path';
import type { ImporterTable } from '../importer/groups.ts';
import type { Profile } from '../profile/profile.ts';
import { cleaner } from '../table/clean.ts';
import type { Replacements } from '../table/writer.ts';
import type { ContentDigest } from './content-digest.ts';
import { contentMeant } from './importer-xml.ts';
import type { RowsKind } from './location.ts';
import { noFaults } from './read-row.ts';
import { RowPass } from './source-rows.ts';
import { UsedValues } from './used-values.ts';
import { Violations } from './violation.ts';

const kinds: Readonly<Record<string, RowsKind>> = { '.csv': 'csv', '.db': 'sqlite', '.sqlite': 'sqlite' };

/** Nothing was written that the rows could be compared with. */
const noDigest: ContentDigest = { addHeader: () => {}, add: () => {}, rows: 0, value: () => '' };

/** The check of the rows of one table, in their order. */
export interface TableCheck {
  check(row: readonly string[]): void;
  /** Characters that the form of the table cannot hold. */
  replacements(): Replacements;
}

/**
 * Holds the rows of a set against the importer's contract as they would be written, without writing them: what is left
 * to the verification of the files is what only a damaged file breaks. The table of the CI begins first, because others
 * name them.
 */
export class UnwrittenRows {
  readonly violations: Violations;
  readonly #profile: Profile;
  readonly #used = new UsedValues();

  /** `limit`: as in `Violations`. */
  constructor(profile: Profile, limit: number) {
    this.#profile = profile;
    this.violations = new Violations(limit);
  }

  begin({ path, content, table, sources }: ImporterTable): TableCheck {
    const [source] = sources([table.sheet]);
    const kind = kinds[extname(path).toLowerCase()] ?? 'xlsx';
    const cells = cleaner(kind === 'csv' ? 'csv' : 'xlsx');
    const sheet = kind === 'xlsx' ? table.sheet : null;
    const context = {
      kind,
      at: { file: path, source: source?.name ?? null, sheet, row: null, header: null },
      content: contentMeant(content),
      profile: this.#profile,
      digest: noDigest,
      tag: (name: string) => source?.tags.find(([tag]) => tag === name)?.[1] ?? '',
      used: this.#used,
      name: source?.name ?? '',
      textColumns: () => new Set<number>(),
    };
    let line = 1;
    const header = table.columns.map((column) => column.header);
    const pass = new RowPass({ line, cells: header, faults: noFaults }, context, this.violations);
    return {
      check: (row) => {
        line += 1;
        pass.check({ line, cells: row.map(cells.clean), faults: noFaults });
      },
      replacements: cells.counts,
    };
  }
}
