import type { Adapter } from '../../../shared/asset/network.ts';
import type { Choice } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { isReachable, isVersion4, readAddress } from '../../../shared/device/ip-address.ts';
import { usableMac } from '../../../shared/device/mac.ts';
import type { IntuneRecord } from '../record.ts';

/**
 * The wired and the wireless adapter, as far as Intune knows them. A Mac without Ethernet gives its Wi-Fi address as the
 * wired one too: that one is dropped.
 */
export function listAdapters({ list, report, detail }: IntuneRecord): Adapter[] {
  const wifi = usableMac(list.wiFiMacAddress);
  const ethernet = usableMac(report?.EthernetMAC) ?? usableMac(detail?.ethernetMacAddress);
  const wiredMac = ethernet === wifi ? null : ethernet;
  const wiredAddresses = addresses(detail?.hardware.wiredIPv4Addresses ?? []);
  const wifiAddresses = addresses([report?.WiFiIPv4Address ?? detail?.hardware.ipAddressV4 ?? null]);
  return [adapter('wired', wiredMac, wiredAddresses), adapter('wireless', wifi, wifiAddresses)].filter(
    ({ mac, ipv4 }) => mac !== null || ipv4.length > 0,
  );
}

/** Wired before wireless, but one that has an address before one that has none: an idle port says nothing. */
export function pickAdapter(adapters: readonly Adapter[]): Choice<Adapter | null> {
  const connected = adapters.find(({ ipv4 }) => ipv4.length > 0);
  if (connected) return { value: connected, rule: `${connected.medium}-address` };
  const wireless = adapters.find(({ medium }) => medium === 'wireless') ?? adapters[0];
  return wireless ? { value: wireless, rule: wireless.medium } : { value: null, rule: 'none' };
}

function adapter(medium: Adapter['medium'], mac: string | null, ipv4: string[]): Adapter {
  return {
    index: null,
    name: null,
    ipv6: [],
    mask: null,
    gateway: null,
    dhcp: null,
    medium,
    virtual: false,
    mac,
    ipv4,
  };
}

const addresses = (texts: readonly (string | null)[]): string[] =>
  known(texts.map(readAddress)).filter((address) => isVersion4(address) && isReachable(address));
