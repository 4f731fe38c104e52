import type { Section } from '../extract/section.ts';
import type { Notice } from '../text.ts';
import { messages } from './messages.ts';
import { keepsKind, type PeopleMode } from './mode.ts';
import {
  type PersonalColumn,
  type PersonalSections,
  personalFacts,
  soundsPersonal,
} from './personal-column.ts';

/** What becomes of one value on its way from the source. */
export type Treatment = (value: string) => string | null;

const withhold: Treatment = () => null;

/** What a run takes of the people of its source, applied where rows are read: nothing behind it ever sees the rest. */
export class PeopleFilter {
  readonly mode: PeopleMode;
  readonly #declared: PersonalSections;
  readonly #carried = new Set<string>();
  readonly #withheld = new Set<string>();

  constructor(mode: PeopleMode, declared: PersonalSections) {
    this.mode = mode;
    this.#declared = declared;
  }

  /** Whether anything of a section may be taken; one that tells of people alone need not be read. */
  reads({ name, columns }: Pick<Section, 'name' | 'columns'>): boolean {
    return this.names(name, Object.keys(columns)).length > 0;
  }

  /** The columns of a section that may be asked for. */
  names(section: string, columns: readonly string[]): string[] {
    return columns.filter((column) => this.treatment(section, column) !== withhold);
  }

  /** What becomes of the values of a column; null where they stay as they are. */
  treatment(section: string, column: string): Treatment | null {
    const declared = this.#declared[section]?.[column];
    return declared === undefined || this.mode === 'full' ? null : this.#of(declared);
  }

  /**
   * The same for a column that a site added to its query. In a section that tells of people alone it is theirs too, and so
   * is one whose name sounds like it; any other is carried, and told.
   */
  addedTreatment({ name, columns }: Pick<Section, 'name' | 'columns'>, column: string): Treatment | null {
    if (this.mode === 'full') return null;
    const declared = this.#declared[name] ?? {};
    const isOfPeople = Object.keys(columns).every((each) => declared[each] !== undefined);
    const isWithheld = isOfPeople || soundsPersonal(column);
    (isWithheld ? this.#withheld : this.#carried).add(`${name}.${column}`);
    return isWithheld ? withhold : null;
  }

  /** A row of a section with what is left of it. */
  row<R extends object>(section: string, row: R): R {
    if (this.mode === 'full') return row;
    const treated = Object.entries(row).map(([column, value]) => {
      const treat = this.treatment(section, column);
      return [column, treat === null || value === null ? value : treat(String(value))];
    });
    return Object.fromEntries(treated);
  }

  /** Columns of the site's own that were carried or withheld; complete once every row was read. */
  notices(): Notice[] {
    const own = Object.entries(this.#declared).flatMap(([section, columns]) =>
      Object.entries(columns)
        .filter(([, { fact }]) => this.mode !== 'full' && personalFacts[fact] === 'unknown')
        .map(([column]) => `${section}.${column}`),
    );
    const carried = [...this.#carried, ...own].toSorted();
    const withheld = [...this.#withheld].toSorted();
    return [
      ...(carried.length > 0
        ? [{ code: 'people-columns-carried', text: messages.columnsCarried(this.mode, carried) }]
        : []),
      ...(withheld.length > 0
        ? [{ code: 'people-columns-withheld', text: messages.columnsWithheld(this.mode, withheld) }]
        : []),
    ];
  }

  #of({ fact, withheld, identified }: PersonalColumn): Treatment | null {
    const isKept = keepsKind(this.mode, personalFacts[fact]);
    if (!isKept) return withheld ?? withhold;
    return this.mode === 'identifier' ? (identified ?? null) : null;
  }
}
