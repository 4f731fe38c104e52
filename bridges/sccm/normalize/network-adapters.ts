import type { Adapter } from '../../../shared/asset/network.ts';
import { toAdapter } from '../../../shared/device/bound-adapter.ts';
import { known } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';

type Configuration = Sections['adapterConfigurations'][number];
type AdapterRow = Sections['adapters'][number];

/** Inventory strings end here; the last item of such a list may be cut. */
const longestList = 255;

/** The adapters that are bound to TCP/IP, by number; joined on the adapter's number, never on its service name. */
export function networkAdapters(sections: Sections): Adapter[] {
  const adapters = sections.adapterConfigurations.map((row) => adapterFrom(row, adapterOf(row, sections)));
  return sorted(
    adapters,
    ascending((adapter) => adapter.index),
    ascending((adapter) => adapter.name),
  );
}

function adapterFrom(row: Configuration, card: AdapterRow | null): Adapter {
  return toAdapter({
    index: row.adapterIndex,
    names: known([row.description, card?.name, card?.productName]),
    type: card?.adapterType ?? null,
    mac: row.mac ?? card?.mac,
    addresses: listOf(row.addresses),
    masks: listOf(row.masks),
    gateways: listOf(row.gateways),
    dhcp: row.dhcp,
  });
}

function adapterOf(row: Configuration, sections: Sections): AdapterRow | null {
  if (row.adapterIndex === null) return null;
  const same = sections.adapters.filter((card) => card.adapterIndex === row.adapterIndex);
  return sorted(same)[0] ?? null;
}

/** Items of a comma-separated list, blank ones kept because an address and its mask share the position. */
function listOf(text: string | null): string[] {
  if (text === null) return [];
  const items = text.split(',').map((item) => item.trim());
  return text.length < longestList ? items : items.slice(0, -1);
}
