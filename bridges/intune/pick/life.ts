import type { Life } from '../../../shared/asset/life.ts';
import type { Choice } from '../../../shared/asset.ts';
import type { ListRow } from '../record.ts';

/** managementState; one that failed or was called off changes nothing. */
const statuses: ReadonlyMap<string, Life['status']> = new Map([
  ['managed', 'active'],
  ['unhealthy', 'active'],
  ['retireFailed', 'active'],
  ['retireCanceled', 'active'],
  ['wipeFailed', 'active'],
  ['wipeCanceled', 'active'],
  ['retirePending', 'retiring'],
  ['retireIssued', 'retiring'],
  ['wipePending', 'retiring'],
  ['wipeIssued', 'retiring'],
  ['deletePending', 'retiring'],
  ['discovered', 'discovered'],
]);

/** Whether the device is managed or on its way out; a state that we do not know is that of a device that is listed. */
export function pickStatus({ managementState }: ListRow): Choice<Life['status']> {
  if (managementState === null) return { value: 'active', rule: 'listed' };
  const known = statuses.get(managementState);
  return known ? { value: known, rule: managementState } : { value: 'active', rule: 'unknownState' };
}
