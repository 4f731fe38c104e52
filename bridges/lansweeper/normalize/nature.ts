import type { Nature } from '../../../shared/asset/nature.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { codesOf, pickClass } from '../pick/class.ts';
import { pickManufacturer, pickModel, pickSku } from '../pick/model.ts';
import { typeName } from '../pick/type.ts';
import { pickVirtual } from '../pick/virtual.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customValue } from './custom.ts';

/** What kind of thing it is. */
export function normalizeNature(sections: Sections, site: LansweeperSite): Part<Nature> {
  const assetClass = pickClass(sections, site);
  const virtual = pickVirtual(sections, site);
  const manufacturer = pickManufacturer(sections);
  const model = pickModel(sections);
  const sku = pickSku(sections);
  const description = firstKnown({
    customField: customValue('nature.description', sections, site),
    asset: sections.base.description,
    directory: sections.directoryComputer?.description,
  });
  const hasBattery = sections.batteries.length + sections.portableBatteries.length > 0;
  return {
    value: {
      class: assetClass.value,
      virtual: virtual.value,
      manufacturer: manufacturer.value,
      model: model.value,
      sku: sku.value,
      chassisCodes: codesOf(sections),
      battery: hasBattery ? true : null, // no row: no battery, or the item is off
      sourceType: typeName(sections),
      description: description.value,
      notes: sections.base.comments,
    },
    rules: {
      'nature.class': assetClass.rule,
      'nature.virtual': virtual.rule,
      'nature.manufacturer': manufacturer.rule,
      'nature.model': model.rule,
      'nature.sku': sku.rule,
      'nature.description': description.rule,
    },
  };
}
