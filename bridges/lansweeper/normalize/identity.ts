import type { Identity } from '../../../shared/asset/identity.ts';
import type { Part } from '../../../shared/asset.ts';
import { assetTag } from '../../../shared/device/asset-tag.ts';
import { firstKnown, known } from '../../../shared/device/choice.ts';
import { firmwareUuid } from '../../../shared/device/firmware-uuid.ts';
import { assetKey } from '../pick/key.ts';
import { enclosures, pickSerial, serialFacts } from '../pick/serial.ts';
import type { LansweeperRecord } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customValue } from './custom.ts';

/** What tells this asset from every other one. */
export function normalizeIdentity({ key, sections }: LansweeperRecord, site: LansweeperSite): Part<Identity> {
  const serials = serialFacts(sections);
  const serial = pickSerial(serials, sections, site);
  const uuid = firstKnown({
    product: firmwareUuid(sections.product?.uuid),
    linux: firmwareUuid(sections.linuxSystem?.uuid),
    mac: firmwareUuid(sections.macHardware?.uuid),
  });
  const tag = firstKnown({
    customField: customValue('identity.assetTag', sections, site),
    barcode: assetTag(sections.base.barcode),
    enclosure: known(enclosures(sections).map((row) => assetTag(row.assetTag)))[0],
  });
  const merged = known(sections.mergedAssets.map(({ oldAssetId }) => oldAssetId));
  return {
    value: {
      key: assetKey(key),
      source: 'lansweeper',
      sourceId: String(key),
      clientId: null,
      firmwareUuid: uuid.value,
      entraDeviceId: null,
      adSid: null,
      adObjectGuid: null,
      serial: serial.value,
      serials,
      assetTag: tag.value,
      previousKeys: [...new Set(merged)].toSorted((a, b) => a - b).map(assetKey),
    },
    rules: {
      'identity.serial': serial.rule,
      'identity.firmwareUuid': uuid.rule,
      'identity.assetTag': tag.rule,
    },
  };
}
