import type { AttachedMonitor, Hardware } from '../../../shared/asset/hardware.ts';
import type { Part } from '../../../shared/asset.ts';
import { fixedBytes } from '../../../shared/device/disk-size.ts';
import { displayAdapters } from '../../../shared/device/display-adapter.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { listModules, pickMemory, usableBytes } from '../pick/memory.ts';
import {
  pickCores,
  pickProcessor,
  pickSockets,
  pickSpeed,
  pickThreads,
  processorManufacturer,
} from '../pick/processor.ts';
import { realSerial } from '../pick/serial.ts';
import type { Sections } from '../record.ts';
import { listDisks, listVolumes } from './disks.ts';

/** What the machine is made of. */
export function normalizeHardware(sections: Sections): Part<Hardware> {
  const memory = pickMemory(sections);
  const processor = pickProcessor(sections);
  const sockets = pickSockets(sections);
  const cores = pickCores(sections);
  const threads = pickThreads(sections);
  const speed = pickSpeed(sections);
  const disks = listDisks(sections);
  return {
    value: {
      memoryBytes: memory.value,
      memoryUsableBytes: usableBytes(sections),
      memoryModules: listModules(sections),
      processor: processor.value,
      processorManufacturer: processorManufacturer(sections),
      processorSockets: sockets.value,
      processorCores: cores.value,
      processorThreads: threads.value,
      processorMhz: speed.value,
      disks,
      diskBytes: fixedBytes(disks),
      storageFreeBytes: null,
      volumes: listVolumes(sections),
      displayAdapters: displayAdapters(sections.displayAdapters.map((row) => row.name)),
      monitors: attachedMonitors(sections),
    },
    rules: {
      'hardware.memoryBytes': memory.rule,
      'hardware.processor': processor.rule,
      'hardware.processorSockets': sockets.rule,
      'hardware.processorCores': cores.rule,
      'hardware.processorThreads': threads.rule,
      'hardware.processorMhz': speed.rule,
    },
  };
}

/** The screens on its cables; the built-in one of a Mac is a part of it. */
function attachedMonitors(sections: Sections): AttachedMonitor[] {
  const windows = sections.monitors.map((row) => ({
    manufacturer: row.manufacturer,
    model: row.model,
    serial: realSerial(row.serial),
    manufacturedOn: row.manufactured,
  }));
  const mac = sections.macDisplays
    .filter((row) => row.builtIn !== true && row.name !== null)
    .map((row) => ({ manufacturer: null, model: row.name, serial: null, manufacturedOn: null }));
  return sorted(
    [...windows, ...mac],
    ascending((monitor) => monitor.model),
    ascending((monitor) => monitor.serial),
  );
}
