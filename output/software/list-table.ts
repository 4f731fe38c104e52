import { partLimit } from '../../shared/software/clean.ts';
import type { SoftwareStore } from '../../shared/software/store.ts';
import type { Table } from '../table/writer.ts';
import type { SoftwareContent } from './settings.ts';

/** Longest name of a CI in a content that refers to it. */
export const ciLimit = 125;
const dayLength = 10;

/** A table, and the rows that its last pass left out because the name of their CI is longer than it takes. */
export interface ListTable {
  readonly table: Table;
  nameTooLong(): number;
}

/** One row for each program of each published device. `names`: the CI by number. */
export function listTable(
  { sheet, headers }: SoftwareContent['list'],
  store: SoftwareStore,
  names: readonly string[],
): ListTable {
  let nameTooLong = 0;
  function* rows(): Generator<readonly string[]> {
    nameTooLong = 0;
    for (const { device, title, installedOn } of store.installations()) {
      const ci = names[device] ?? '';
      const { name = '', version, publisher } = store.titles[title] ?? {};
      if (ci.length > ciLimit) nameTooLong += 1;
      else yield [ci, name, version ?? '', publisher ?? '', installedOn ?? ''];
    }
  }
  const column = (header: string, maxLength: number, required = false) => ({
    header,
    maxLength,
    required,
    unique: false,
  });
  const columns = [
    column(headers.ci, ciLimit, true),
    column(headers.name, partLimit, true),
    column(headers.version, partLimit),
    column(headers.publisher, partLimit),
    column(headers.installedOn, dayLength),
  ];
  return { table: { sheet, columns, rows }, nameTooLong: () => nameTooLong };
}
