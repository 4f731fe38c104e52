import type { Adapter } from '../../../shared/asset/network.ts';
import { type BoundAdapter, toAdapter } from '../../../shared/device/bound-adapter.ts';
import { known } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

/** Interfaces that Linux makes for containers, bridges and tunnels. */
const virtualInterface = /^(?:docker|veth|virbr|br-|vmnet|tun|tap|cni|flannel|cali|wg|ppp)/u;

/** The adapters of whichever platform the asset is, in the order of their names. */
export function networkAdapters(sections: Sections): Adapter[] {
  const adapters = [
    ...sections.adapterConfigurations.map((row) => windowsAdapter(row, sections)),
    ...sections.linuxNetworks.map(linuxAdapter),
    ...sections.macNetworks.map(macAdapter),
    ...sections.snmpInterfaces.filter((row) => row.address !== null).map(snmpAdapter),
  ];
  return sorted(
    adapters,
    ascending((adapter) => adapter.name),
    ascending((adapter) => adapter.mac),
  );
}

/** What most platforms do not say. */
const unsaid = { index: null, type: null, masks: [], gateways: [], dhcp: null } as const;

function windowsAdapter(row: Sections['adapterConfigurations'][number], sections: Sections): Adapter {
  const card = row.mac === null ? undefined : sections.adapters.find(({ mac }) => mac === row.mac);
  return toAdapter({
    index: null,
    names: known([row.description, card?.name]),
    type: null,
    mac: row.mac,
    addresses: listOf(row.addresses),
    masks: listOf(row.masks),
    gateways: listOf(row.gateways),
    dhcp: row.dhcp,
  });
}

function linuxAdapter(row: Sections['linuxNetworks'][number]): Adapter {
  const adapter = withOneAddress(row, known([row.name, row.link]));
  return { ...adapter, virtual: adapter.virtual || virtualInterface.test(row.name ?? '') };
}

const macAdapter = (row: Sections['macNetworks'][number]): Adapter =>
  withOneAddress(row, known([row.name, row.hardware]));

const snmpAdapter = ({ address, ...row }: Sections['snmpInterfaces'][number]): Adapter =>
  withOneAddress({ ...row, ipv4: address, ipv6: null }, known([row.description, row.name]));

/** A row with one address of each kind; Linux writes the length of the prefix behind them. */
function withOneAddress(
  row: Readonly<Record<'mac' | 'ipv4' | 'ipv6' | 'mask' | 'gateway', string | null>>,
  names: readonly string[],
): Adapter {
  const addresses = known([row.ipv4, row.ipv6]).map((address) => address.replace(/\/\d+$/u, ''));
  const bound: BoundAdapter = {
    ...unsaid,
    names,
    mac: row.mac,
    addresses,
    masks: known([row.mask]),
    gateways: known([row.gateway]),
  };
  return toAdapter(bound);
}

/** Items of a list as text, blank ones kept because an address and its mask share the position. */
const listOf = (text: string | null): string[] =>
  text === null ? [] : text.split(',').map((item) => item.trim());
