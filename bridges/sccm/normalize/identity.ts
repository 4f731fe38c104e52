import type { Identity } from '../../../shared/asset/identity.ts';
import type { Part } from '../../../shared/asset.ts';
import { assetTag } from '../../../shared/device/asset-tag.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { firmwareUuid } from '../../../shared/device/firmware-uuid.ts';
import { guid } from '../../../shared/device/guid.ts';
import { pickSerial } from '../../../shared/device/serial-choice.ts';
import { pickEnclosure } from '../pick/enclosure.ts';
import { pickClientId, pickKey, type Site } from '../pick/key.ts';
import { serialFacts } from '../pick/serial.ts';
import { pickVirtual } from '../pick/virtual.ts';
import type { SccmRecord } from '../record.ts';

/** What tells this device from every other one. */
export function normalizeIdentity(record: SccmRecord, site: Site): Part<Identity> {
  const { sections } = record;
  const key = pickKey(record, site);
  const clientId = pickClientId(sections);
  const uuid = firstKnown({
    system: firmwareUuid(sections.base.smbiosGuid),
    product: firmwareUuid(sections.product?.uuid),
  });
  const serials = serialFacts(sections);
  const serial = pickSerial(serials, pickVirtual(sections).value);
  return {
    value: {
      key: key.value,
      source: 'sccm',
      sourceId: String(record.key),
      clientId: clientId.value,
      firmwareUuid: uuid.value,
      entraDeviceId: guid(sections.base.entraDeviceId),
      adSid: sections.base.adSid,
      adObjectGuid: hexadecimal(sections.base.adObjectGuid),
      serial: serial.value,
      serials,
      assetTag: assetTag(pickEnclosure(sections)?.assetTag),
      previousKeys: [],
    },
    rules: {
      'identity.key': key.rule,
      'identity.clientId': clientId.rule,
      'identity.firmwareUuid': uuid.rule,
      'identity.serial': serial.rule,
    },
  };
}

/** Sixteen bytes as the driver gives a binary. */
function hexadecimal(text: string | null): string | null {
  const digits = (text ?? '').toLowerCase().replace(/^0x/u, '');
  return /^[0-9a-f]{32}$/u.test(digits) ? digits : null;
}
