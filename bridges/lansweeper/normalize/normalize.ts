import type { Explained } from '../../../shared/asset.ts';
import { ruleGatherer } from '../../../shared/device/gathered-rules.ts';
import type { LansweeperRecord } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customExtras } from './custom.ts';
import { normalizeFirmware } from './firmware.ts';
import { normalizeHardware } from './hardware.ts';
import { normalizeIdentity } from './identity.ts';
import { normalizeLife } from './life.ts';
import { normalizeLinks } from './links.ts';
import { normalizeNature } from './nature.ts';
import { normalizeNetwork } from './network.ts';
import { normalizeOs } from './os.ts';
import { normalizePeople } from './people.ts';
import { normalizePlace } from './place.ts';
import { normalizePrinting } from './printing.ts';
import { normalizePurchase } from './purchase.ts';

const gatheredRules = ruleGatherer();

/**
 * One record as one asset, with the rule behind each chosen field. Pure: the same record always gives the same
 * asset, in whatever order its rows came.
 */
export function normalize(record: LansweeperRecord, site: LansweeperSite): Explained {
  const { sections } = record;
  const identity = normalizeIdentity(record, site);
  const place = normalizePlace(record, site);
  const nature = normalizeNature(sections, site);
  const firmware = normalizeFirmware(sections);
  const os = normalizeOs(sections);
  const hardware = normalizeHardware(sections);
  const network = normalizeNetwork(sections);
  const people = normalizePeople(sections, site);
  const life = normalizeLife(sections, site);
  const links = normalizeLinks(sections, site, nature.value.class);
  const purchase = normalizePurchase(sections, site);
  return {
    asset: {
      identity: identity.value,
      place: place.value,
      nature: nature.value,
      firmware: firmware.value,
      os: os.value,
      hardware: hardware.value,
      network: network.value,
      people: people.value,
      life: life.value,
      links: links.value,
      management: null,
      mobile: null,
      printing: normalizePrinting(sections, nature.value.class === 'printer'),
      purchase: purchase.value,
      extra: { ...customExtras(sections, site), ...record.extra },
    },
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
      links.rules,
      purchase.rules,
    ),
  };
}
