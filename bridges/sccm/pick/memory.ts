import type { Hardware } from '../../../shared/asset/hardware.ts';
import type { Choice } from '../../../shared/asset.ts';
import { fromKilobytes, fromMegabytes, positive, total } from '../../../shared/device/bytes.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { realText } from '../../../shared/device/real-text.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** The memory modules by bank and slot; an empty slot is no module. */
export const listModules = remembered((sections: Sections): Hardware['memoryModules'] => {
  const rows = sorted(
    sections.memoryModules.filter((row) => row.capacityMb !== 0),
    ascending((row) => row.bank),
    ascending((row) => row.slot),
  );
  return rows.map((row) => ({
    slot: row.slot,
    bytes: positive(fromMegabytes(row.capacityMb)),
    speedMhz: positive(row.speedMhz),
    manufacturer: realText(row.manufacturer),
    partNumber: realText(row.partNumber),
  }));
});

/** What the system can use, a little less than what is installed. */
export const usableBytes = (sections: Sections): number | null =>
  positive(fromKilobytes(sections.memory?.usableKb));

/** Installed memory: the modules together when the size of each is known, else what the system can use. */
export function pickMemory(sections: Sections): Choice<number | null> {
  return firstKnown({
    modules: total(listModules(sections).map((module) => module.bytes)),
    usable: usableBytes(sections),
  });
}
