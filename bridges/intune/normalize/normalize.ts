import type { Explained } from '../../../shared/asset.ts';
import { ruleGatherer } from '../../../shared/device/gathered-rules.ts';
import { isPersonal } from '../population.ts';
import type { IntuneRecord } from '../record.ts';
import type { IntuneRules } from '../rules.ts';
import { normalizeFirmware } from './firmware.ts';
import { normalizeHardware } from './hardware.ts';
import { normalizeIdentity } from './identity.ts';
import { normalizeLife } from './life.ts';
import { normalizeManagement } from './management.ts';
import { minimumOf, withoutPeople } from './minimum.ts';
import { normalizeMobile } from './mobile.ts';
import { normalizeNature } from './nature.ts';
import { normalizeNetwork } from './network.ts';
import { normalizeOs } from './os.ts';
import { normalizePeople } from './people.ts';
import { normalizePlace } from './place.ts';

const gatheredRules = ruleGatherer();

/** One record as one asset, with the rule behind each chosen field. Pure: the same record always gives the same asset. */
export function normalize(record: IntuneRecord, rules: IntuneRules): Explained {
  const isMinimum = isPersonal(record.list) && rules.personal === 'minimum';
  const identity = normalizeIdentity(record);
  const place = normalizePlace(record, isMinimum);
  const nature = normalizeNature(record);
  const firmware = normalizeFirmware(record);
  const os = normalizeOs(record);
  const hardware = normalizeHardware(record);
  const network = normalizeNetwork(record);
  const people = isMinimum ? nobody : normalizePeople(record, rules);
  const life = normalizeLife(record);
  const asset: Explained['asset'] = {
    identity: identity.value,
    place: place.value,
    nature: nature.value,
    firmware: firmware.value,
    os: os.value,
    hardware: hardware.value,
    network: network.value,
    people: people.value,
    life: life.value,
    links: { virtualHost: null, relations: [] },
    management: normalizeManagement(record),
    mobile: normalizeMobile(record),
    printing: null,
    purchase: null,
    extra: {},
  };
  return {
    asset: isMinimum ? minimumOf(asset) : asset,
    rules: gatheredRules(
      identity.rules,
      place.rules,
      nature.rules,
      firmware.rules,
      os.rules,
      hardware.rules,
      network.rules,
      people.rules,
      life.rules,
    ),
  };
}

const nobody = { value: withoutPeople, rules: { 'people.primaryUser': 'privacy' } } as const;
