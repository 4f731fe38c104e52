import type { SoftwareStore } from '../../shared/software/store.ts';
import { managedHeader, manufacturerHeader, nameHeader, typeHeader } from '../profile/octopus-headers.ts';
import type { Profile } from '../profile/profile.ts';
import type { Column, Table } from '../table/writer.ts';
import { ciLimit } from './list-table.ts';
import type { Programs } from './programs.ts';
import type { SoftwareContent } from './settings.ts';

const typeLimit = 100;
/** As every file of CI declares the column; relations take less, and so do the names that are written. */
const nameLimit = 850;
const yesNoLimit = 5;
const makerLimit = 500;

/** One row for each program; whether Octopus manages its licences is left to Octopus. */
export function programTable(
  { sheet, type }: SoftwareContent['ci'],
  { all }: Programs,
  language: Profile['language'],
): Table {
  const columns = [
    column(typeHeader[language], typeLimit, { required: true }),
    column(nameHeader[language], nameLimit, { required: true, unique: true }),
    column(manufacturerHeader[language], makerLimit),
    column(managedHeader[language], yesNoLimit),
  ];
  const rows = () => all.map(({ name, publisher }) => [type, name, publisher ?? '', '']);
  return { sheet, columns, rows };
}

/** The relations, and the rows that the last pass left out. */
export interface ProgramRelations {
  readonly table: Table;
  /** Installations on a device whose name is longer than a relation takes. */
  nameTooLong(): number;
}

/** One row for each program of each published device, whatever versions it has of it. `names`: the CI by number. */
export function programRelations(
  { sheet, relation, first }: SoftwareContent['ci']['relations'],
  store: SoftwareStore,
  names: readonly string[],
  { all, ofTitle }: Programs,
): ProgramRelations {
  let nameTooLong = 0;
  function* rows(): Generator<readonly string[]> {
    nameTooLong = 0;
    let last = -1;
    const told = new Set<number>();
    for (const { device, title } of store.installations()) {
      if (device !== last) told.clear();
      last = device;
      const number = ofTitle[title] ?? null;
      if (number === null || told.has(number)) continue;
      told.add(number);
      const pair = [names[device] ?? '', all[number]?.name ?? ''];
      if ((pair[0] ?? '').length > ciLimit) nameTooLong += 1;
      else yield [...(first === 'this' ? pair : pair.reverse()), relation];
    }
  }
  const columns = [
    column('CI1', ciLimit, { required: true }),
    column('CI2', ciLimit, { required: true }),
    column('Relation', ciLimit, { required: true }),
  ];
  return { table: { sheet, columns, rows }, nameTooLong: () => nameTooLong };
}

const column = (header: string, maxLength: number, rules: Partial<Column> = {}): Column => ({
  header,
  maxLength,
  required: false,
  unique: false,
  ...rules,
});
