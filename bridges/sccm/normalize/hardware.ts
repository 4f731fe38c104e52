import type { Hardware } from '../../../shared/asset/hardware.ts';
import type { Part } from '../../../shared/asset.ts';
import { fixedBytes } from '../../../shared/device/disk-size.ts';
import { displayAdapters } from '../../../shared/device/display-adapter.ts';
import { listModules, pickMemory, usableBytes } from '../pick/memory.ts';
import { pickProcessor, pickSockets, pickSpeed, sumOverSockets } from '../pick/processor.ts';
import type { Sections } from '../record.ts';
import { listDisks, listVolumes } from './disks.ts';

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
      displayAdapters: displayAdapters(sections.displayAdapters.map((row) => row.name)),
      monitors: [],
    },
    rules: {
      'hardware.memoryBytes': memory.rule,
      'hardware.processorSockets': sockets.rule,
      'hardware.processorMhz': speed.rule,
    },
  };
}
