import type { Hardware } from '../../../shared/asset/hardware.ts';
import type { Choice } from '../../../shared/asset.ts';
import { fromKilobytes, fromMegabytes, positive, total } from '../../../shared/device/bytes.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { readMegahertz, readSize } from '../../../shared/device/quantity-text.ts';
import { realText } from '../../../shared/device/real-text.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

type Module = Hardware['memoryModules'][number];

/** The memory modules of Windows, Linux or a Mac by slot; a slot without a module is none. */
export const listModules = remembered((sections: Sections): Module[] => {
  const modules: Module[] = [
    ...sections.memoryModules.map((row) => ({
      slot: row.slot,
      bytes: positive(row.capacityBytes),
      speedMhz: positive(row.speedMhz),
      manufacturer: null,
      partNumber: null,
    })),
    ...sections.linuxMemoryModules.map((row) => ({
      slot: row.slot ?? row.bank,
      bytes: readSize(row.size, 1024),
      speedMhz: readMegahertz(row.speed),
      manufacturer: realText(row.manufacturer),
      partNumber: null,
    })),
    ...sections.macMemoryModules.map((row) => ({
      slot: row.slot,
      bytes: readSize(row.size, 1024),
      speedMhz: readMegahertz(row.speed),
      manufacturer: null,
      partNumber: null,
    })),
  ];
  return sorted(
    modules.filter((module) => module.bytes !== null),
    ascending((module) => module.slot),
  );
});

/** What Windows can use, a little less than what is installed. */
export function usableBytes({ operatingSystem, computerSystem }: Sections): number | null {
  return positive(fromKilobytes(operatingSystem?.usableKb)) ?? positive(computerSystem?.memoryBytes);
}

/** Installed memory: the modules together, then what the product or the machine sums up, then what Windows can use. */
export function pickMemory(sections: Sections): Choice<number | null> {
  return firstKnown({
    modules: total(listModules(sections).map((module) => module.bytes)),
    asset: positive(fromMegabytes(sections.base.memoryMb)),
    mac: readSize(sections.macHardware?.memory, 1024),
    usable: usableBytes(sections),
  });
}
