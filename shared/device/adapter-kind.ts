import type { Adapter } from '../asset/network.ts';
import { ofFewTexts } from './remembered.ts';

/** Words in the description of a virtual, VPN or tunnel adapter. */
export const virtualAdapterWords = [
  'Hyper-V Virtual',
  'virtuelle Hyper-V',
  'VMware Virtual',
  'VirtualBox',
  'TAP-',
  'WAN Miniport',
  'Bluetooth',
  'AnyConnect',
  'GlobalProtect',
  'PANGP',
  'Fortinet',
  'Zscaler',
  'Wi-Fi Direct',
  'Kernel Debug',
  'Loopback',
  'Wintun',
  'WireGuard',
  'Juniper Networks Virtual',
  'Check Point Virtual',
  'Teredo',
  'ISATAP',
] as const;

/** The host's own side of a Hyper-V switch: it carries the address of the card it took over. */
const bridgeWords = ['Hyper-V Virtual', 'virtuelle Hyper-V'] as const;

/** Docks and adapters on a cable, which go from one machine to the next. */
const removableForm =
  /\busb\b|\bdock|displaylink|thunderbolt|\blan via tb\b|\bax88\d|\brtl815\d|surface ethernet/iu;

const wirelessForm = /wi-?fi|wireless|802\.11|wlan|sans fil|centrino/iu;
const mobileForm = /wwan|mobile broadband|cellular|\b(?:lte|4g|5g)\b|bluetooth/iu;
const wiredForm = /ethernet|gigabit|\bgbe\b|network connection|connexion réseau|vmxnet|hyper-v network/iu;

/** Whether a description is that of a virtual, VPN or tunnel adapter. */
export const isVirtualAdapter = ofFewTexts((description): boolean =>
  hasWord(description, virtualAdapterWords),
);

/** Whether a description is that of a dock or of an adapter on a cable: its address is no machine's own. */
export const isRemovableAdapter = ofFewTexts((description): boolean => removableForm.test(description));

/** Whether a description is that of the host's side of a virtual switch. */
export const isBridgeAdapter = (description: string): boolean => hasWord(description, bridgeWords);

/**
 * The medium from the description, then from the adapter type of Windows, which calls wireless cards
 * `Ethernet 802.3` too.
 */
export function adapterMedium(description: string, adapterType: string | null): Adapter['medium'] {
  const told = describedMedium(description);
  if (told === 'other' || told === 'wireless') return told;
  if (adapterType !== null) return isEthernet(adapterType) ? 'wired' : 'other';
  return told ?? 'other';
}

/** `wired` only where nothing tells better; null for a description that tells nothing. */
const describedMedium = ofFewTexts((description): Adapter['medium'] | null => {
  if (mobileForm.test(description)) return 'other';
  if (wirelessForm.test(description)) return 'wireless';
  return wiredForm.test(description) ? 'wired' : null;
});

const isEthernet = ofFewTexts((adapterType): boolean => /^ethernet/iu.test(adapterType));

function hasWord(description: string, list: readonly string[]): boolean {
  const text = description.toLowerCase();
  return list.some((word) => text.includes(word.toLowerCase()));
}
