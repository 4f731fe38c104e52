import { describe, expect, it } from 'vitest';
import { normalizeNetwork } from '../bridges/sccm/normalize/network.ts';
import { networkAdapters } from '../bridges/sccm/normalize/network-adapters.ts';
import { adapterMedium, isVirtualAdapter, virtualAdapterWords } from '../shared/device/adapter-kind.ts';
import { isReachable, readAddress } from '../shared/device/ip-address.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const wired = {
  adapterIndex: 3,
  description: 'Intel(R) Ethernet Connection I219-LM',
  mac: '00-15-17-00-00-03',
  addresses: '10.20.30.40, fe80::1, 2001:db8::7',
  masks: '255.255.255.0, 64, 64',
  gateways: 'fe80::ff, 10.20.30.1',
  dhcp: true,
};
const wireless = {
  adapterIndex: 1,
  description: 'Intel(R) Wi-Fi 6 AX201 160MHz',
  mac: '00:15:17:00:00:01',
  addresses: '10.20.40.50',
  masks: '255.255.254.0',
  gateways: '10.20.40.1',
};
const vpn = {
  adapterIndex: 0,
  description: 'Cisco AnyConnect Secure Mobility Client Virtual Miniport Adapter',
  mac: '00:05:9A:3C:7A:00',
  addresses: '172.16.9.9',
  gateways: '172.16.9.1',
};
const linkLocal = { ...wired, adapterIndex: 2, addresses: '169.254.7.7', gateways: null };
const noGateway = { ...wired, gateways: null };
const switchSide = { ...wired, adapterIndex: 9, description: 'Hyper-V Virtual Ethernet Adapter' };

const reach = (overrides: Parameters<typeof sccmSections>[0]) => {
  const { value, rules } = normalizeNetwork(sccmSections(overrides));
  return { ipv4: value.ipv4, mac: value.mac, rule: rules['network.ipv4'] };
};

describe('main adapter', () => {
  it.each([
    ['gateway-wired', '10.20.30.40', '00:15:17:00:00:03', [vpn, wireless, linkLocal, wired]],
    ['gateway-wireless', '10.20.40.50', '00:15:17:00:00:01', [vpn, wireless, noGateway]],
    ['no-gateway-wired', '10.20.30.40', '00:15:17:00:00:03', [vpn, linkLocal, noGateway]],
    [
      'gateway-other',
      '10.9.9.9',
      '00:15:17:00:00:05',
      [{ ...wireless, description: 'Quectel 5G Modem', mac: '001517000005', addresses: '10.9.9.9' }],
    ],
    [
      'gateway-bridge',
      '10.20.30.40',
      '00:15:17:00:00:03',
      [switchSide, { ...noGateway, addresses: '192.0.2.9' }],
    ],
    ['gateway-wireless', '10.20.40.50', '00:15:17:00:00:01', [switchSide, wireless]],
    [
      'gateway-wireless',
      '10.20.40.50',
      '00:15:17:00:00:01',
      [{ ...wired, addresses: '2001:db8::7' }, wireless],
    ],
    ['none', null, null, [{ ...switchSide, gateways: null }]],
    ['none', null, null, [vpn, linkLocal]],
    ['none', null, null, []],
  ])('%s gives %j with its own MAC', (rule, ipv4, mac, adapterConfigurations) => {
    const macs = [{ mac: '00:15:17:00:00:0A' }, { mac: '00:15:17:00:00:0B' }];
    expect(reach({ adapterConfigurations, macs })).toEqual({ ipv4, mac, rule });
  });

  it('is the lowest number among equals', () => {
    const second = { ...wired, adapterIndex: 10, addresses: '10.20.30.41' };
    expect(reach({ adapterConfigurations: [second, wired] }).ipv4).toBe('10.20.30.40');
  });

  it('never lends its address a foreign MAC', () => {
    const adapterConfigurations = [{ ...wired, mac: '00:00:00:00:00:00' }, wireless];
    expect(reach({ adapterConfigurations })).toMatchObject({ ipv4: '10.20.30.40', mac: null });
  });

  it('with IPv6 only has no IPv4 from elsewhere', () => {
    const { value } = normalizeNetwork(
      sccmSections({
        adapterConfigurations: [{ ...wired, addresses: 'fe80::2,2001:db8::9' }],
        addresses: [{ address: '10.1.1.1' }],
      }),
    );
    expect(value).toMatchObject({ ipv4: null, ipv6: '2001:db8::9', addresses: ['10.1.1.1'] });
  });
});

describe('discovery stands in', () => {
  const addresses = [{ address: 'fe80::1' }, { address: '169.254.1.1' }, { address: '10.20.30.40' }];
  it.each([
    [
      'one address, one MAC',
      addresses,
      [{ mac: '00:15:17:00:00:0A' }, { mac: '24:B6:20:52:41:53' }],
      { ipv4: '10.20.30.40', mac: '00:15:17:00:00:0A', rule: 'discovery' },
    ],
    [
      'two MACs: none is its own',
      addresses,
      [{ mac: '00:15:17:00:00:0A' }, { mac: '00:15:17:00:00:0B' }],
      { ipv4: '10.20.30.40', mac: null, rule: 'discovery' },
    ],
    [
      'several addresses',
      [...addresses, { address: '9.1.1.1' }],
      [],
      { ipv4: '9.1.1.1', mac: null, rule: 'discovery-first' },
    ],
    ['link-local only', addresses.slice(0, 2), [], { ipv4: null, mac: null, rule: 'none' }],
  ])('%s', (_name, rows, macs, expected) => expect(reach({ addresses: rows, macs })).toEqual(expected));

  it('leaves out the address of a virtual adapter', () => {
    const rows = [{ address: '172.16.9.9' }, { address: '192.168.1.5' }];
    expect(reach({ adapterConfigurations: [vpn], addresses: rows }).ipv4).toBe('192.168.1.5');
  });
});

describe('adapters', () => {
  it('tie address to mask by position, and join on the number', () => {
    const sections = sccmSections({
      adapterConfigurations: [
        { ...wired, addresses: 'fe80::1,10.20.30.40', masks: '64,255.255.252.0', mac: null },
      ],
      adapters: [
        {
          adapterIndex: 2,
          adapterType: 'Ethernet 802.3',
          name: 'Intel(R) Ethernet Connection I219-LM',
          mac: '00:15:17:00:00:02',
        },
        {
          adapterIndex: 4,
          adapterType: 'Ethernet 802.3',
          name: 'Intel(R) Ethernet Connection I219-LM',
          mac: '00:15:17:00:00:04',
        },
        {
          adapterIndex: 3,
          adapterType: 'Ethernet 802.3',
          name: 'Intel(R) Ethernet Connection I219-LM',
          mac: '00:15:17:00:00:03',
        },
      ],
    });
    expect(networkAdapters(sections)).toEqual([
      {
        index: 3,
        name: 'Intel(R) Ethernet Connection I219-LM',
        medium: 'wired',
        virtual: false,
        mac: '00:15:17:00:00:03',
        ipv4: ['10.20.30.40'],
        ipv6: ['fe80::1'],
        mask: '255.255.252.0',
        gateway: '10.20.30.1',
        dhcp: true,
      },
    ]);
  });

  it('are recognised as virtual by any name the card has', () => {
    const sections = sccmSections({
      adapterConfigurations: [{ adapterIndex: 1, description: null, addresses: '10.1.1.1' }],
      adapters: [{ adapterIndex: 1, name: 'Ethernet 4', productName: 'PANGP Virtual Ethernet Adapter' }],
    });
    expect(networkAdapters(sections)[0]?.virtual).toBe(true);
  });

  it('drop the last item of a list that inventory has cut', () => {
    const kept = Array.from({ length: 19 }, (_, at) => `10.100.0.${at + 100}`);
    const addresses = [...kept, '10.0.0.1'].join(','); // the last one may have been 10.0.0.123
    expect(addresses).toHaveLength(255);
    const [adapter] = networkAdapters(sccmSections({ adapterConfigurations: [{ addresses }] }));
    expect(adapter?.ipv4).toEqual(kept);
  });

  it('list every usable MAC and address once, in order', () => {
    const { value } = normalizeNetwork(
      sccmSections({
        adapterConfigurations: [wired, wireless],
        adapters: [{ adapterIndex: 7, mac: '00:15:17:00:00:07' }, { mac: '50:50:54:50:30:30' }],
        macs: [{ mac: '00:15:17:00:00:01' }, { mac: null }],
        addresses: [
          { address: '10.10.0.2' },
          { address: '2001:DB8::7' },
          { address: '10.9.0.1' },
          { address: '10.10.0.2' },
          { address: 'x' },
        ],
      }),
    );
    expect(value.macs).toEqual(['00:15:17:00:00:01', '00:15:17:00:00:03', '00:15:17:00:00:07']);
    expect(value.addresses).toEqual(['10.9.0.1', '10.10.0.2', '2001:db8::7']);
  });
});

describe('kinds of adapters', () => {
  it.each(virtualAdapterWords)('%s is virtual', (word) => {
    expect(isVirtualAdapter(`Brand ${word.toUpperCase()} Thing #2`)).toBe(true);
  });

  it.each([
    'Microsoft Hyper-V Network Adapter',
    'vmxnet3 Ethernet Adapter',
    'Intel(R) 82574L Gigabit Network Connection',
    'Realtek PCIe GBE Family Controller',
  ])('%s is not', (name) => expect(isVirtualAdapter(name)).toBe(false));

  it.each([
    ['wired', 'Intel(R) 82579LM Gigabit Network Connection', null],
    ['wired', 'Realtek PCIe GBE Family Controller', 'Ethernet 802.3'],
    ['wired', 'vmxnet3 Ethernet Adapter', null],
    ['wired', 'Carte de marque', 'Ethernet 802.3'],
    ['wireless', 'Intel(R) Dual Band Wireless-AC 8265', 'Ethernet 802.3'],
    ['wireless', 'Broadcom 802.11ac', 'Ethernet 802.3'],
    ['wireless', 'Carte réseau sans fil', null],
    ['other', 'Sierra Wireless WWAN LTE', 'Ethernet 802.3'],
    ['other', 'Bluetooth Device (Personal Area Network)', 'Ethernet 802.3'],
    ['other', 'Something', null],
    ['other', 'Something', 'Wide Area Network (WAN)'],
  ])('%s: %s, %j', (medium, description, type) => expect(adapterMedium(description, type)).toBe(medium));

  it.each([
    ['10.0.0.1', true],
    ['169.254.9.9', false],
    ['127.0.0.1', false],
    ['224.0.0.251', false],
    ['fe80::1', false],
    ['febf::1', false],
    ['fec0::1', true],
    ['fe8::1', true],
    ['ff02::1', false],
    ['::1', false],
    ['2001:db8::1', true],
  ])('%s can be reached: %j', (address, expected) => expect(isReachable(address)).toBe(expected));

  it.each([
    ['FE80::1%12', 'fe80::1'],
    [' 10.0.0.1 ', '10.0.0.1'],
    ['0.0.0.0', null],
    ['::', null],
    ['10.0.0', null],
    [null, null],
  ])('%j reads as %j', (text, address) => expect(readAddress(text)).toBe(address));
});
