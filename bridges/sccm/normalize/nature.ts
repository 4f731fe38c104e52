import type { Nature } from '../../../shared/asset/nature.ts';
import type { Part } from '../../../shared/asset.ts';
import { chassisCodes } from '../../../shared/device/chassis.ts';
import { pickClass } from '../pick/class.ts';
import { pickEnclosure } from '../pick/enclosure.ts';
import { pickManufacturer, pickModel, pickSku } from '../pick/model.ts';
import { pickVirtual } from '../pick/virtual.ts';
import type { Sections } from '../record.ts';

/** What kind of thing the device is. */
export function normalizeNature(sections: Sections): Part<Nature> {
  const assetClass = pickClass(sections);
  const virtual = pickVirtual(sections);
  const manufacturer = pickManufacturer(sections);
  const model = pickModel(sections);
  const sku = pickSku(sections);
  return {
    value: {
      class: assetClass.value,
      virtual: virtual.value,
      manufacturer: manufacturer.value,
      model: model.value,
      sku: sku.value,
      chassisCodes: chassisCodes(pickEnclosure(sections)?.chassisTypes),
      battery: sections.batteries.length > 0 ? true : null, // no row: no battery, or the class is off
      sourceType: null,
      description: null,
      notes: null,
    },
    rules: {
      'nature.class': assetClass.rule,
      'nature.virtual': virtual.rule,
      'nature.manufacturer': manufacturer.rule,
      'nature.model': model.rule,
      'nature.sku': sku.rule,
    },
  };
}
