import type { Section } from '../extract/section.ts';
import type { Cell, RowSink } from '../sql/source.ts';
import type { PeopleFilter, Treatment } from './filter.ts';

/** Passes the rows of a section on without what the filter withholds. `key` is the column that names the device. */
export function withoutPeople(
  filter: PeopleFilter,
  section: Pick<Section, 'name' | 'columns'>,
  key: string,
  sink: RowSink,
): RowSink {
  if (filter.mode === 'full') return sink;
  const known = new Map(Object.keys(section.columns).map((name) => [name.toLowerCase(), name]));
  let treated: readonly (readonly [at: number, treat: Treatment])[] = [];
  return {
    columns: (names) => {
      treated = names.flatMap((name, at) => {
        if (name === '' || name.toLowerCase() === key.toLowerCase()) return [];
        const column = known.get(name.toLowerCase());
        const treat =
          column === undefined
            ? filter.addedTreatment(section, name)
            : filter.treatment(section.name, column);
        return treat === null ? [] : [[at, treat] as const];
      });
      sink.columns(names);
    },
    row: (cells) => sink.row(treated.length === 0 ? cells : without(cells, treated)),
    restart: () => sink.restart(),
  };
}

function without(cells: readonly Cell[], treated: readonly (readonly [number, Treatment])[]): Cell[] {
  const left = [...cells];
  for (const [at, treat] of treated) {
    const cell = left[at] ?? null;
    left[at] = cell === null ? null : treat(String(cell));
  }
  return left;
}
