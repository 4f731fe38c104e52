import { describe, expect, it } from 'vitest';
import { listDisks, listVolumes } from '../bridges/lansweeper/normalize/disks.ts';
import { normalizeFirmware } from '../bridges/lansweeper/normalize/firmware.ts';
import { normalizeNetwork } from '../bridges/lansweeper/normalize/network.ts';
import { lansweeperSections as of } from './fakes/lansweeper-record.ts';

const gib = 2 ** 30;

describe('disks and volumes', () => {
  it('are two things, in bytes beyond 2^31', () => {
    const sections = of({
      physicalDisks: [
        { device: '\\\\.\\PHYSICALDRIVE1', model: 'Cruzer', interfaceType: 'USB', sizeBytes: 32e9 },
        {
          device: '\\\\.\\PHYSICALDRIVE0',
          model: 'NVMe',
          interfaceType: 'SCSI',
          sizeBytes: 512110190592,
          serial: '0000',
        },
      ],
      volumes: [{ drive: 'c:', sizeBytes: 510e9, freeBytes: 0 }],
    });
    expect(listDisks(sections)).toMatchObject([
      { index: 0, model: 'NVMe', serial: null, bytes: 512110190592, removable: false },
      { index: 1, removable: true },
    ]);
    expect(listVolumes(sections)).toMatchObject([{ drive: 'C:', bytes: 510e9, freeBytes: 0 }]);
  });

  it('of Linux are its disks and its mounted file systems', () => {
    const sections = of({
      linuxVolumes: [
        { path: '/dev/sda', volumeType: 'disk', size: '1920.4 GB' },
        { path: '/dev/sda1', volumeType: 'part', size: '1 GB' },
      ],
      linuxFileSystems: [
        { fileSystem: '/dev/sda1', size: '70G', available: '53G', mountedOn: '/' },
        { fileSystem: 'tmpfs', size: '7,7G', available: '7,7G', mountedOn: '/dev/shm' },
      ],
    });
    expect(listDisks(sections)).toMatchObject([{ model: '/dev/sda', bytes: 1_920_400_000_000 }]);
    expect(listVolumes(sections)).toMatchObject([{ drive: '/', bytes: 70 * gib, freeBytes: 53 * gib }]);
  });
});

describe('firmware', () => {
  it('of Linux has its date month first; unprotected wins where a letter comes twice', () => {
    const { value } = normalizeFirmware(
      of({
        linuxBios: { vendor: 'HPE', version: 'U32', released: '07/14/2024' },
        encryptableVolumes: [
          { drive: 'C:', protection: true },
          { drive: 'c:\\', protection: false },
        ],
      }),
    );
    expect(value).toMatchObject({
      biosVendor: 'HPE',
      biosVersion: 'U32',
      biosDate: '2024-07-14',
      encrypted: false,
    });
    expect(value.encryptedVolumes).toHaveLength(1);
  });
});

describe('network', () => {
  const network = (overrides: Parameters<typeof of>[0]) => normalizeNetwork(of(overrides));
  const wired = {
    description: 'Intel(R) Ethernet Connection',
    mac: 'B4:45:06:41:4C:21',
    addresses: '10.0.0.5,fe80::1',
    masks: '255.255.255.0,64',
    gateways: '10.0.0.1',
    dhcp: true,
  };
  const wireless = {
    description: 'Intel(R) Wi-Fi 6 AX201',
    mac: 'B4:45:06:41:4C:22',
    addresses: '10.9.0.5',
    masks: '255.255.0.0',
    gateways: '10.9.0.1',
  };

  it.each([
    [
      'the adapter last reached',
      { base: { ipAddress: '10.9.0.5' }, adapterConfigurations: [wired, wireless] },
      ['10.9.0.5', wireless.mac, 'contact'],
    ],
    [
      'the main adapter',
      { base: { ipAddress: '10.77.0.1' }, adapterConfigurations: [wired, wireless] },
      ['10.0.0.5', wired.mac, 'gateway-wired'],
    ],
    [
      'the asset',
      { base: { ipAddress: '10.4.4.4', mac: '00-11-32-41-4C-58' } },
      ['10.4.4.4', '00:11:32:41:4C:58', 'asset'],
    ],
    ['no link-local address', { base: { ipAddress: '169.254.9.9' } }, [null, null, 'none']],
    [
      'the address by which a router is managed',
      {
        base: { ipAddress: '10.40.2.1', mac: 'F8:7A:41:42:4C:50' },
        snmpInterfaces: [
          { description: 'Gi0', address: '203.0.113.18', gateway: '203.0.113.17', mac: 'F8:7A:41:42:4C:53' },
        ],
      },
      ['10.40.2.1', 'F8:7A:41:42:4C:50', 'asset'],
    ],
    [
      'the interface of Linux',
      {
        base: { typeName: 'Linux', ipAddress: '10.1.1.1' },
        linuxNetworks: [
          { name: 'lo', link: 'Local Loopback', ipv4: '127.0.0.1' },
          { name: 'docker0', link: 'Ethernet', ipv4: '10.1.1.1' },
          {
            name: 'eno1',
            link: 'Ethernet',
            ipv4: '10.1.1.9',
            ipv6: 'fe80::1/64',
            mac: '94:40:C9:41:4C:23',
            gateway: '10.1.1.254',
          },
        ],
      },
      ['10.1.1.9', '94:40:C9:41:4C:23', 'gateway-wired'],
    ],
  ] as const)('is that of %s', (_, overrides, [ipv4, mac, rule]) => {
    const { value, rules } = network(overrides);
    expect([value.ipv4, value.mac, rules['network.ipv4']]).toEqual([ipv4, mac, rule]);
  });

  it('lists every usable MAC once, placeholders never', () => {
    const macs = [{ mac: '50:50:54:50:30:30' }, { mac: 'b445.0641.4c21' }, { mac: 'B4:45:06:41:4C:99' }];
    expect(network({ adapterConfigurations: [wired], macs }).value.macs).toEqual([
      'B4:45:06:41:4C:21',
      'B4:45:06:41:4C:99',
    ]);
  });
});
