import type { Nature } from '../../../shared/asset/nature.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { isLenovoTypeCode, manufacturerName, modelName } from '../../../shared/device/model-name.ts';
import { pickClass } from '../pick/class.ts';
import { pickVirtual } from '../pick/virtual.ts';
import type { DetailRow, IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** What kind of thing the device is; the maker's spelling is kept as it is. */
export function normalizeNature(record: IntuneRecord): Part<Nature> {
  const { list, detail } = record;
  const assetClass = pickClass(record);
  const virtual = pickVirtual(list);
  const sku = pickSku(record);
  return {
    value: {
      class: assetClass.value,
      virtual: virtual.value,
      manufacturer: manufacturerName(list.manufacturer),
      model: modelName(list.model),
      sku: sku.value,
      chassisCodes: [],
      battery: battery(detail),
      sourceType: list.operatingSystem,
      description: null,
      notes: detail?.notes ?? null,
    },
    rules: {
      'nature.class': assetClass.rule,
      'nature.virtual': virtual.rule,
      'nature.sku': sku.rule,
    },
  };
}

/** The maker's code: Apple's product code (`iPad13,4`), or the type code that Lenovo gives as its model. */
function pickSku({ list, detail }: IntuneRecord): Choice<string | null> {
  return firstKnown({
    productName: detail?.hardware.productName,
    lenovoTypeCode: isLenovoTypeCode(list.manufacturer, list.model) ? list.model : null,
  });
}

/** A battery that has a serial number or a health is there; silence tells nothing. */
function battery(detail: DetailRow | null): boolean | null {
  const { batterySerialNumber = null, batteryHealthPercentage = null } = detail?.hardware ?? {};
  return batterySerialNumber !== null || batteryHealthPercentage !== null ? true : null;
}
