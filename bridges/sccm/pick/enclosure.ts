import { chassisCodes, isDock } from '../../../shared/device/chassis.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

type Enclosure = Sections['enclosures'][number];
type BaseBoard = Sections['baseBoards'][number];

/** The enclosure that is the machine itself: no docking station, lowest tag. */
export const pickEnclosure = remembered((sections: Sections): Enclosure | null => {
  const enclosures = sections.enclosures.filter((row) => !isDock(chassisCodes(row.chassisTypes)));
  return lowestTag(enclosures);
});

/** The board with the lowest tag. */
export const pickBaseBoard = (sections: Sections): BaseBoard | null => lowestTag(sections.baseBoards);

/** Tags end in a number: `System Enclosure 2` comes before `System Enclosure 10`. */
function lowestTag<Row extends { readonly tag: string | null }>(rows: readonly Row[]): Row | null {
  const ordered = sorted(
    rows,
    ascending((row) => tagNumber(row.tag)),
    ascending((row) => row.tag),
  );
  return ordered[0] ?? null;
}

function tagNumber(tag: string | null): number | null {
  const found = /\d+$/u.exec(tag ?? '');
  return found ? Number(found[0]) : null;
}
