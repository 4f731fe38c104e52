import { describe, expect, it } from 'vitest';
import { normalizeHardware } from '../bridges/sccm/normalize/hardware.ts';
import { pickMemory } from '../bridges/sccm/pick/memory.ts';
import { fromKilobytes, fromMegabytes, total } from '../shared/device/bytes.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const gigabyte = 1024 ** 3;
const hardware = (overrides: Parameters<typeof sccmSections>[0]) =>
  normalizeHardware(sccmSections(overrides)).value;

describe('memory', () => {
  const memory = { usableKb: 16_600_000 };
  it.each([
    [
      16 * gigabyte,
      'modules',
      { memory, memoryModules: [{ capacityMb: 8192 }, { capacityMb: 8192 }, { capacityMb: 0 }] },
    ],
    [16_600_000 * 1024, 'usable', { memory }],
    [16_600_000 * 1024, 'usable', { memory, memoryModules: [{ capacityMb: 8192 }, { capacityMb: null }] }],
    [null, 'none', { memory: { usableKb: 0 }, memoryModules: [{ capacityMb: 0 }] }],
    [null, 'none', {}],
  ])('%j bytes by %s: %j', (value, rule, overrides) =>
    expect(pickMemory(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it('lists the modules by bank and slot, without makers that are placeholders', () => {
    const module = {
      capacityMb: 8192,
      speedMhz: 3200,
      manufacturer: 'Samsung',
      partNumber: 'M471A1G44BB0-CWE',
    };
    const { memoryModules } = hardware({
      memoryModules: [
        { ...module, slot: 'DIMM 1', manufacturer: 'Unknown', partNumber: 'Not Specified', speedMhz: 0 },
        { ...module, slot: 'DIMM 0' },
      ],
    });
    expect(memoryModules).toEqual([
      {
        slot: 'DIMM 0',
        bytes: 8 * gigabyte,
        speedMhz: 3200,
        manufacturer: 'Samsung',
        partNumber: 'M471A1G44BB0-CWE',
      },
      { slot: 'DIMM 1', bytes: 8 * gigabyte, speedMhz: null, manufacturer: null, partNumber: null },
    ]);
  });

  it('units: unknown stays unknown, and no number is invented', () => {
    expect([
      fromKilobytes(1),
      fromMegabytes(1),
      fromMegabytes(0),
      fromMegabytes(-1),
      fromMegabytes(1e300),
      fromKilobytes(null),
    ]).toEqual([1024, 1048576, 0, null, null, null]);
    expect([total([1, 2]), total([1, null]), total([]), total([Number.MAX_SAFE_INTEGER, 1])]).toEqual([
      3,
      null,
      null,
      null,
    ]);
  });
});

describe('processors', () => {
  const socket = {
    name: 'Intel(R)  Xeon(R) Gold 6330 CPU  @ 2.00GHz',
    manufacturer: 'GenuineIntel',
    maxMhz: 2000,
    cores: 28,
    threads: 56,
  };
  it('are summed over the sockets, named after the first', () => {
    const processors = [
      { ...socket, deviceId: 'CPU10', name: 'last' },
      { ...socket, deviceId: 'CPU2' },
    ];
    expect(hardware({ processors, computerSystem: { sockets: 2 } })).toMatchObject({
      processor: 'Intel(R) Xeon(R) Gold 6330 CPU @ 2.00GHz',
      processorManufacturer: 'GenuineIntel',
      processorSockets: 2,
      processorCores: 56,
      processorThreads: 112,
      processorMhz: 2000,
    });
  });

  it('without a socket count are counted; a socket that does not tell leaves the sum unknown', () => {
    const processors = [
      { ...socket, deviceId: 'CPU0', maxMhz: 0, normMhz: 1995 },
      { ...socket, deviceId: 'CPU1', cores: null },
    ];
    expect(hardware({ processors })).toMatchObject({
      processorSockets: 2,
      processorCores: null,
      processorThreads: 112,
      processorMhz: 1995,
    });
    expect(hardware({})).toMatchObject({
      processor: null,
      processorSockets: null,
      processorCores: null,
      processorMhz: null,
    });
  });
});

describe('disks and volumes', () => {
  it('join on the disk number; only fixed disks count', () => {
    const { disks, diskBytes } = hardware({
      disks: [
        {
          diskIndex: 2,
          model: 'SanDisk Ultra',
          sizeMb: 30_000,
          interfaceType: 'USB',
          mediaType: 'Removable Media',
        },
        {
          diskIndex: 1,
          model: 'ST2000',
          sizeMb: 1_900_000,
          interfaceType: 'IDE',
          mediaType: 'Fixed hard disk media',
        },
        {
          diskIndex: 0,
          model: 'KXG60ZNV512G',
          sizeMb: 488_384,
          interfaceType: 'SCSI',
          mediaType: 'Fixed hard disk media',
        },
        { diskIndex: 3, model: 'Lecteur de cartes', sizeMb: null, interfaceType: 'SCSI' },
      ],
      physicalDisks: [
        { deviceId: '1', serial: 'W500ABCD', mediaType: 3, busType: 11 },
        { deviceId: '0', serial: '0000', mediaType: 4, busType: 17 },
        { deviceId: 'x', serial: 'LOOSE001', mediaType: 5 },
      ],
    });
    expect(disks.map(({ index, serial, media, removable }) => [index, serial, media, removable])).toEqual([
      [0, null, 'ssd', false],
      [1, 'W500ABCD', 'hdd', false],
      [2, null, null, true],
      [3, null, null, false],
    ]);
    expect(diskBytes).toBe((488_384 + 1_900_000) * 1024 * 1024);
  });

  it.each([
    [true, { interfaceType: 'USB' }, {}],
    [true, { mediaType: 'Support amovible' }, {}],
    [true, { mediaType: 'External hard disk media' }, {}],
    [true, { interfaceType: 'SCSI' }, { busType: 7 }],
    [false, { interfaceType: 'SCSI', mediaType: 'Fixed hard disk media' }, { busType: 17 }],
    [false, {}, {}],
  ])('removable %j: %j %j', (removable, disk, physical) => {
    const found = hardware({
      disks: [{ diskIndex: 0, sizeMb: 10, ...disk }],
      physicalDisks: [{ deviceId: '0', ...physical }],
    });
    expect(found.disks[0]?.removable).toBe(removable);
    expect(found.diskBytes).toBe(removable ? null : 10 * 1024 * 1024);
  });

  it('list local volumes by letter, a full one with 0 bytes free', () => {
    const { volumes } = hardware({
      volumes: [
        { drive: 'D:', driveType: 3, sizeMb: 1, freeMb: 0, label: 'DONNÉES', fileSystem: 'NTFS' },
        { drive: 'c:', driveType: 3, sizeMb: 2, freeMb: null },
        { drive: 'X:', driveType: 4, sizeMb: 3 },
        { drive: null, driveType: 3, sizeMb: 4 },
      ],
    });
    expect(volumes).toEqual([
      { drive: 'C:', label: null, fileSystem: null, bytes: 2 * 1024 * 1024, freeBytes: null },
      { drive: 'D:', label: 'DONNÉES', fileSystem: 'NTFS', bytes: 1024 * 1024, freeBytes: 0 },
    ]);
  });

  it('leave mirror drivers out of the graphics adapters', () => {
    const names = [
      'NVIDIA T600',
      'ConfigMgr Remote Control Driver',
      'RDPUDD Chained DD',
      'Intel(R) UHD Graphics',
      'DameWare Development Mirror Driver',
      'NVIDIA T600',
    ];
    expect(hardware({ displayAdapters: names.map((name) => ({ name })) }).displayAdapters).toEqual([
      'Intel(R) UHD Graphics',
      'NVIDIA T600',
    ]);
  });
});
