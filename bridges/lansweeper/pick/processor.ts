import type { Choice } from '../../../shared/asset.ts';
import { positive, total } from '../../../shared/device/bytes.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { readMegahertz } from '../../../shared/device/quantity-text.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

/** The name of the processor in the first socket, inner spaces collapsed. */
export const pickProcessor = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({
      windows: clean(firstSocket(sections)?.name),
      linux: clean(populated(sections)[0]?.name),
      mac: clean(sections.macHardware?.processor),
      asset: clean(sections.base.processor),
    }),
);

/** Who made it. */
export const processorManufacturer = (sections: Sections): string | null =>
  firstSocket(sections)?.manufacturer ?? populated(sections)[0]?.manufacturer ?? null;

/** The number of sockets with a processor in them. */
export function pickSockets(sections: Sections): Choice<number | null> {
  return firstKnown({
    computerSystem: positive(sections.computerSystem?.sockets),
    vmware: positive(sections.vmwareHost?.sockets),
    mac: positive(sections.macHardware?.sockets),
    asset: positive(sections.base.sockets),
    processors: positive(sections.processors.length || populated(sections).length),
  });
}

/** Cores over all sockets. */
export function pickCores(sections: Sections): Choice<number | null> {
  return firstKnown({
    windows: total(sections.processors.map((row) => positive(row.cores))),
    vmware: positive(sections.vmwareHost?.cores),
    mac: positive(sections.macHardware?.cores),
  });
}

/** Threads over all sockets. */
export function pickThreads(sections: Sections): Choice<number | null> {
  return firstKnown({
    windows: total(sections.processors.map((row) => positive(row.threads))),
    vmware: positive(sections.vmwareHost?.threads),
  });
}

/**
 * Nominal speed, MHz. The fastest that a Linux board takes is its socket's, not its processor's: there the speed in the
 * processor's name counts.
 */
export function pickSpeed(sections: Sections): Choice<number | null> {
  const name = /@\s*([\d.,]+\s*GHz)/iu.exec(pickProcessor(sections).value ?? '')?.[1];
  return firstKnown({
    windows: positive(firstSocket(sections)?.maxMhz),
    mac: readMegahertz(sections.macHardware?.speed),
    name: readMegahertz(name),
  });
}

const firstSocket = remembered(
  (sections: Sections) =>
    sorted(
      sections.processors,
      ascending((row) => row.deviceId),
    )[0] ?? null,
);

/** The sockets of a Linux machine with something in them. */
const populated = (sections: Sections) =>
  sorted(
    sections.linuxProcessors.filter((row) => row.name !== null && !/unpopulated/iu.test(row.status ?? '')),
    ascending((row) => row.socket),
  );

const clean = (text: string | null | undefined): string | null => text?.replace(/\s+/gu, ' ') ?? null;
