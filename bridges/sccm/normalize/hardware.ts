import type { Hardware } from '../../../shared/asset/hardware.ts';
import { sorted } from '../../../shared/device/order.ts';
import { listModules, pickMemory, usableBytes } from '../pick/memory.ts';
import { pickProcessor, pickSockets, pickSpeed, sumOverSockets } from '../pick/processor.ts';
import type { Sections } from '../record.ts';
import { fixedBytes, listDisks, listVolumes } from './disks.ts';
import type { Part } from './part.ts';

/** Graphics drivers of remote control and remote sessions: no hardware behind them. */
const mirrorDriver =
  /mirror|mirage|remote (?:control|display)|\brdp|reflector|vnc|dameware|logmein|radmin|teamviewer|citrix/iu;

/** What the machine is made of. */
export function normalizeHardware(sections: Sections): Part<Hardware> {
  const memory = pickMemory(sections);
  const processor = pickProcessor(sections);
  const sockets = pickSockets(sections);
  const speed = pickSpeed(sections);
  const disks = listDisks(sections);
  return {
    value: {
      memoryBytes: memory.value,
      memoryUsableBytes: usableBytes(sections),
      memoryModules: listModules(sections),
      processor: processor?.name?.replace(/\s+/gu, ' ') ?? null,
      processorManufacturer: processor?.manufacturer ?? null,
      processorSockets: sockets.value,
      processorCores: sumOverSockets(sections, 'cores'),
      processorThreads: sumOverSockets(sections, 'threads'),
      processorMhz: speed.value,
      disks,
      diskBytes: fixedBytes(disks),
      storageFreeBytes: null,
      volumes: listVolumes(sections),
      displayAdapters: displayAdapters(sections),
      monitors: [],
    },
    rules: {
      'hardware.memoryBytes': memory.rule,
      'hardware.processorSockets': sockets.rule,
      'hardware.processorMhz': speed.rule,
    },
  };
}

function displayAdapters(sections: Sections): string[] {
  const names = sections.displayAdapters.flatMap((row) => row.name ?? []);
  return sorted([...new Set(names)]).filter((name) => !mirrorDriver.test(name));
}
