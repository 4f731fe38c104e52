import { describe, expect, it } from 'vitest';
import { listModules, pickMemory } from '../bridges/lansweeper/pick/memory.ts';
import { pickManufacturer, pickModel, pickSku } from '../bridges/lansweeper/pick/model.ts';
import {
  pickBuild,
  pickFamily,
  pickFeatureVersion,
  pickOsName,
  pickOsVersion,
} from '../bridges/lansweeper/pick/os.ts';
import { pickCores, pickProcessor, pickSockets, pickSpeed } from '../bridges/lansweeper/pick/processor.ts';
import { pickSerial, serialFacts } from '../bridges/lansweeper/pick/serial.ts';
import { lansweeperSite, lansweeperSections as of } from './fakes/lansweeper-record.ts';

const site = lansweeperSite();
const gib = 2 ** 30;

describe('serial', () => {
  const serial = (overrides: Parameters<typeof of>[0]) => {
    const sections = of(overrides);
    return pickSerial(serialFacts(sections), sections, site);
  };

  it.each([
    [
      'typed and locked',
      { base: { serial: 'LOCKED1', serialLocked: true }, bios: { serial: 'BIOS0001' } },
      'LOCKED1',
      'manual',
    ],
    ['the product’s', { base: { serial: 'OWN00001' }, bios: { serial: 'BIOS0001' } }, 'OWN00001', 'record'],
    [
      'BIOS behind a placeholder',
      { base: { serial: 'To be filled by O.E.M.' }, bios: { serial: 'BIOS0001' } },
      'BIOS0001',
      'bios',
    ],
    [
      'a locked placeholder',
      { base: { serial: 'N/A', serialLocked: true }, bios: { serial: 'BIOS0001' } },
      'BIOS0001',
      'bios',
    ],
    ['Linux', { linuxSystem: { serial: 'LINUX001' } }, 'LINUX001', 'system'],
    ['Mac', { macHardware: { serial: 'C02H64XTQ05N' } }, 'C02H64XTQ05N', 'system'],
    [
      'the enclosure, not its dock',
      {
        enclosures: [
          { chassisCode: 12, serial: 'DOCK0001' },
          { chassisCode: 10, serial: 'ENCL0001' },
        ],
      },
      'ENCL0001',
      'enclosure',
    ],
    ['the board', { baseBoards: [{ serial: 'BOARD001' }] }, 'BOARD001', 'baseboard'],
    ['nothing but placeholders', { base: { serial: 'Default string' }, bios: { serial: '0' } }, null, 'none'],
    [
      'of a card in a server',
      { base: { typeName: 'Remote Access Controller', serial: '1GZ6LR3' } },
      null,
      'serverSerial',
    ],
  ] as const)('is %s', (_, overrides, value, rule) => {
    expect(serial(overrides)).toEqual({ value, rule });
  });
});

describe('maker and model', () => {
  it('are those people know', () => {
    const lenovo = of({
      base: { manufacturer: 'LENOVO', model: '21HES1TK00' },
      product: { version: 'ThinkPad T14 Gen 4' },
    });
    expect([pickModel(lenovo), pickSku(lenovo)]).toEqual([
      { value: 'ThinkPad T14 Gen 4', rule: 'lenovoVersion' },
      { value: '21HES1TK00', rule: 'lenovoTypeCode' },
    ]);
    const blank = of({ base: { manufacturer: 'To Be Filled By O.E.M.', model: 'System Product Name' } });
    expect([pickManufacturer(blank).value, pickModel(blank).value]).toEqual([null, null]);
    const linux = of({ linuxSystem: { manufacturer: 'HPE', productName: 'ProLiant DL360 Gen10' } });
    expect([pickManufacturer(linux).value, pickModel(linux).value]).toEqual(['HPE', 'ProLiant DL360 Gen10']);
    expect(pickModel(of({ macHardware: { model: 'MacBookPro18,3' } })).value).toBe('MacBookPro18,3');
  });
});

describe('operating system', () => {
  it.each([
    [
      'Windows 11',
      {
        operatingSystem: {
          caption: 'Microsoft Windows 11 Professionnel',
          version: '10.0.26100',
          productType: 1,
        },
        base: { osCode: '10.0.26100', featureVersion: '24H2', osRevision: '2454' },
      },
      ['windows', 'Microsoft Windows 11 Professionnel', '10.0.26100', '26100.2454', '24H2'],
    ],
    [
      'a server by its code',
      {
        osName: { name: 'Win 2022' },
        base: { osCode: '10.0.20348S', featureVersion: '21H2', osRevision: '10.0.20348.3091' },
      },
      ['windows', 'Win 2022', '10.0.20348', '20348.3091', null],
    ],
    [
      'a build without its revision',
      { operatingSystem: { caption: 'Windows 10', version: '10.0.19045', productType: 1 } },
      ['windows', 'Windows 10', '10.0.19045', '19045', '22H2'],
    ],
    [
      'Linux',
      {
        base: { typeName: 'Linux' },
        linuxSystem: { osRelease: 'Debian GNU/Linux 12 (bookworm)', kernelRelease: '6.1.0-26-amd64' },
      },
      ['linux', 'Debian GNU/Linux 12 (bookworm)', '6.1.0-26-amd64', null, null],
    ],
    [
      'a Mac',
      { base: { typeName: 'Apple Mac' }, macOs: { systemVersion: 'macOS 15.1 (24B83)' } },
      ['macos', 'macOS 15.1', '15.1', '24B83', null],
    ],
    [
      'ESXi',
      { base: { typeName: 'ESXi server' }, vmwareHost: { version: 'VMware ESXi 8.0.3 build-24280767' } },
      [null, 'VMware ESXi 8.0.3', '8.0.3', '24280767', null],
    ],
    ['an iPad', { base: { typeName: 'iPad' } }, ['ipados', null, null, null, null]],
    ['a switch', { base: { typeName: 'Switch' } }, [null, null, null, null, null]],
  ] as const)('of %s', (_, overrides, expected) => {
    const sections = of(overrides);
    const picks = [pickFamily, pickOsName, pickOsVersion, pickBuild, pickFeatureVersion];
    expect(picks.map((pick) => pick(sections).value)).toEqual(expected);
  });
});

describe('memory', () => {
  it.each([
    [
      'modules of Windows',
      { memoryModules: [{ capacityBytes: 8 * gib }, { capacityBytes: 8 * gib }, { capacityBytes: 0 }] },
      16 * gib,
      'modules',
    ],
    [
      'modules of Linux',
      { linuxMemoryModules: [{ size: '32768 MB' }, { size: 'No Module Installed' }, { size: '32 GB' }] },
      64 * gib,
      'modules',
    ],
    ['modules of a Mac', { macMemoryModules: [{ size: '4 Go' }, { size: '4 Go' }] }, 8 * gib, 'modules'],
    ['the product', { base: { memoryMb: 524288 } }, 512 * gib, 'asset'],
    ['the Mac as a whole', { macHardware: { memory: '16 GB' } }, 16 * gib, 'mac'],
    ['Windows', { operatingSystem: { usableKb: 16481388 } }, 16481388 * 1024, 'usable'],
    ['nothing', { base: { memoryMb: 0 } }, null, 'none'],
  ] as const)('is told by %s', (_, overrides, value, rule) => {
    expect(pickMemory(of(overrides))).toEqual({ value, rule });
  });

  it('names the slots', () => {
    const sections = of({
      linuxMemoryModules: [
        { slot: 'DIMM 2', size: '16 GB', speed: '4400 MT/s', manufacturer: 'Not Specified' },
      ],
    });
    expect(listModules(sections)).toEqual([
      { slot: 'DIMM 2', bytes: 16 * gib, speedMhz: 4400, manufacturer: null, partNumber: null },
    ]);
  });
});

describe('processor', () => {
  it('of Linux counts what is in its sockets, and runs at the speed in its name', () => {
    const name = 'Intel(R) Xeon(R)  Silver 4214R CPU @ 2.40GHz';
    const linuxProcessors = [
      { socket: 'Proc 2', name: null, status: 'Unpopulated', maxSpeed: '4000 MHz' },
      { socket: 'Proc 1', name, status: 'Populated, Enabled', maxSpeed: '4000 MHz' },
    ];
    const sections = of({ linuxProcessors });
    expect(pickProcessor(sections).value).toBe('Intel(R) Xeon(R) Silver 4214R CPU @ 2.40GHz');
    expect([pickSockets(sections).value, pickSpeed(sections).value]).toEqual([1, 2400]);
  });

  it('of several sockets is known only when each is', () => {
    const cores = (...counts: (number | null)[]) =>
      pickCores(of({ processors: counts.map((each) => ({ cores: each })) })).value;
    expect([cores(8, 8), cores(8, null), cores()]).toEqual([16, null, null]);
    expect(pickSpeed(of({ macHardware: { speed: '3,4 GHz' } })).value).toBe(3400);
  });
});
