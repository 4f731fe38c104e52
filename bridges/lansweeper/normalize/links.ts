import type { Links, Relation } from '../../../shared/asset/links.ts';
import type { AssetClass } from '../../../shared/asset/nature.ts';
import type { Part } from '../../../shared/asset.ts';
import { ascending, descending, distinct, sorted } from '../../../shared/device/order.ts';
import { assetKey } from '../pick/key.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';

/** Ties to other assets, by their keys. */
export function normalizeLinks(sections: Sections, site: LansweeperSite, own: AssetClass): Part<Links> {
  const [host] = sorted(
    sections.virtualHosts.filter((row) => row.hostName !== null),
    descending((row) => row.lastChanged),
    ascending((row) => row.hostId),
  );
  const relations = [
    ...hosts(sections),
    ...sections.relations.flatMap((row) => relationOf(row, site, own)),
    ...switchPorts(sections),
  ];
  const ordered = sorted(
    relations,
    ascending((relation) => relation.kind),
    ascending((relation) => relation.key),
    ascending((relation) => relation.name),
    descending((relation) => relation.label),
  );
  const once = ({ kind, key, label, detail }: Relation) =>
    JSON.stringify(kind === 'related' || kind === 'connectedTo' ? [kind, key, label, detail] : [kind, key]);
  return {
    value: { virtualHost: host?.hostName ?? null, relations: distinct(ordered, once) },
    rules: { 'links.virtualHost': host ? (host.platform ?? 'host') : 'none' },
  };
}

/** The hosts that gave the asset one of its MACs, as a guest of theirs. */
const hosts = ({ virtualHosts }: Sections): Relation[] =>
  virtualHosts.flatMap((row) =>
    row.hostId === null
      ? []
      : [{ kind: 'guestOf', key: assetKey(row.hostId), name: row.hostName, label: null, detail: null }],
  );

/** A tie that the site or the product keeps; what it is follows from what the two assets are. */
function relationOf(
  row: Sections['relations'][number],
  site: LansweeperSite,
  own: AssetClass,
): readonly Relation[] {
  if (row.parentId === null) return [];
  const parent = site.types(row.parentTypeName);
  const kind = kindOf(own, parent);
  const label = kind === 'related' ? row.name : null;
  return [{ kind, key: assetKey(row.parentId), name: row.parentName, label, detail: row.comments }];
}

const computers = new Set(['byRole', 'byChassis', 'byModel']);

function kindOf(own: AssetClass, parent: string | null): Relation['kind'] {
  const isComputer = computers.has(parent ?? '');
  if (own === 'monitor' && isComputer) return 'displayOf';
  if ((own === 'virtualServer' || own === 'virtualWorkstation') && parent === 'hypervisor') return 'guestOf';
  return 'related';
}

/** The ports that see the asset now; where none does, the one that saw it last. */
function switchPorts({ switchPorts: rows }: Sections): Relation[] {
  const newest = sorted(
    rows,
    descending((row) => row.lastSeen),
    ascending((row) => row.switchId),
    ascending((row) => row.interfaceIndex),
  );
  const online = newest.filter((row) => row.online === true);
  return (online.length > 0 ? online : newest.slice(0, 1)).flatMap((row) =>
    row.switchId === null
      ? []
      : [
          {
            kind: 'connectedTo',
            key: assetKey(row.switchId),
            name: row.switchName,
            label: null,
            detail: row.port ?? row.interfaceName,
          },
        ],
  );
}
