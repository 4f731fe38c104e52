import type { Identity } from '../../../shared/asset/identity.ts';
import { guid } from '../../../shared/device/guid.ts';
import { pickSerial, serialFacts } from '../pick/serial.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** The name of an asset for ever, and the link from its software. */
export const assetKey = (id: string): string => `intune:${id}`;

/** What tells this device from every other one. */
export function normalizeIdentity(record: IntuneRecord): Part<Identity> {
  const { id, list, client } = record;
  const serials = serialFacts(record);
  const serial = pickSerial(serials, list);
  return {
    value: {
      key: assetKey(id),
      source: 'intune',
      sourceId: id,
      clientId: guid(client?.clientIdentifier?.replace(/^GUID:/iu, '')),
      firmwareUuid: null,
      entraDeviceId: guid(list.azureADDeviceId),
      adSid: null,
      adObjectGuid: null,
      serial: serial.value,
      serials,
      assetTag: null,
      previousKeys: [],
    },
    rules: { 'identity.serial': serial.rule },
  };
}
