import type { Asset } from '../../../shared/asset.ts';

/**
 * What may be kept of a device that belongs to a person: what it is, how it is managed and when it was seen. No person,
 * number of a phone or SIM, address or free text; its name is not the one that its owner gave.
 */
export function minimumOf(asset: Asset): Asset {
  return {
    ...asset,
    place: { ...asset.place, fqdn: null },
    nature: { ...asset.nature, description: null, notes: null },
    network: { ipv4: null, ipv6: null, mac: null, adapterName: null, adapters: [], addresses: [], macs: [] },
    people: withoutPeople,
    mobile: null,
  };
}

/** What remains of the people of a device that belongs to one. */
export const withoutPeople: Asset['people'] = {
  primaryUser: null,
  affinities: [],
  lastUser: null,
  topConsoleUser: null,
  enrolledBy: null,
  contact: null,
};
