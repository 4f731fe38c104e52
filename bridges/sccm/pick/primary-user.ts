import {
  type Affinity,
  type AffinityOrigin,
  affinityOrigins,
  type Person,
} from '../../../shared/asset/people.ts';
import type { Choice } from '../../../shared/asset.ts';
import { isPersonal, readAccount } from '../../../shared/device/account.ts';
import { known } from '../../../shared/device/choice.ts';
import { ascending, descending, sorted } from '../../../shared/device/order.ts';
import { accountKey, personOf } from '../normalize/directory.ts';
import { machineNames } from '../normalize/machine-names.ts';
import type { Sections } from '../record.ts';

/** v_UserMachineSourceRelation.SourceID. */
const originById: ReadonlyMap<number, AffinityOrigin> = new Map([
  [1, 'selfService'],
  [2, 'administrator'],
  [3, 'user'],
  [4, 'usage'],
  [5, 'deviceManagement'],
  [6, 'deployment'],
  [7, 'fastInstall'],
  [8, 'exchange'],
]);

/**
 * Everybody the device is assigned to, each once, the best first: by origin, then console minutes, then newest
 * affinity, then alphabetical. Local and service accounts are left out.
 */
export function listAffinities(sections: Sections): Affinity[] {
  const names = machineNames(sections);
  const newest = sorted(
    sections.primaryUsers,
    descending((row) => row.created),
  );
  const found = new Map<string, { key: string; created: string | null; affinity: Affinity }>();
  for (const row of newest) {
    const account = readAccount(row.uniqueName);
    if (account === null || !isPersonal(account, names)) continue;
    const key = accountKey(account);
    if (found.has(key)) continue;
    const affinity = {
      person: personOf(account, sections.users),
      origin: bestOrigin(sections, key),
      consoleMinutes: minutesOf(sections, key),
    };
    found.set(key, { key, created: row.created, affinity });
  }
  const ordered = sorted(
    [...found.values()],
    ascending(({ affinity }) => (affinity.origin === null ? null : affinityOrigins.indexOf(affinity.origin))),
    descending(({ affinity }) => affinity.consoleMinutes),
    descending(({ created }) => created),
    ascending(({ key }) => key),
  );
  return ordered.map(({ affinity }) => affinity);
}

/** The first of the affinities; the rule is its origin, or `affinity` when no origin is recorded. */
export function pickPrimaryUser(affinities: readonly Affinity[]): Choice<Person | null> {
  const [best] = affinities;
  return best ? { value: best.person, rule: best.origin ?? 'affinity' } : { value: null, rule: 'none' };
}

function bestOrigin(sections: Sections, key: string): AffinityOrigin | null {
  const origins = sections.primaryUserSources
    .filter((row) => keyOf(row.uniqueName) === key)
    .map((row) => originById.get(row.sourceId ?? 0));
  return affinityOrigins.find((origin) => origins.includes(origin)) ?? null;
}

function minutesOf(sections: Sections, key: string): number | null {
  const rows = sections.userUsage.filter((row) => keyOf(row.uniqueName) === key);
  const minutes = known(rows.map((row) => row.consoleMinutes));
  return minutes.length === 0 ? null : Math.max(...minutes);
}

function keyOf(uniqueName: string | null): string | null {
  const account = readAccount(uniqueName);
  return account === null ? null : accountKey(account);
}
