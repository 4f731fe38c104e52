import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import {
  isLenovoTypeCode,
  manufacturerName,
  modelName,
  readableName,
  skuCode,
} from '../../../shared/device/model-name.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';
import { enclosures } from './serial.ts';

/** The maker as its firmware writes it. */
export const pickManufacturer = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({
      asset: manufacturerName(sections.base.manufacturer),
      system: manufacturerName(sections.linuxSystem?.manufacturer),
      enclosure: manufacturerName(enclosures(sections)[0]?.manufacturer),
    }),
);

/** The readable model; Lenovo writes a type code there and the name people know into the product's version. */
export function pickModel(sections: Sections): Choice<string | null> {
  const isLenovo = lenovoTypeCode(sections) !== null;
  return firstKnown({
    lenovoVersion: isLenovo ? readableName(sections.product?.version ?? sections.linuxSystem?.version) : null,
    asset: modelName(sections.base.model),
    system: modelName(sections.computerSystem?.model) ?? modelName(sections.linuxSystem?.productName),
    mac: modelName(sections.macHardware?.model),
  });
}

/** The maker's type or SKU code; for Lenovo the type code. */
export function pickSku(sections: Sections): Choice<string | null> {
  return firstKnown({
    lenovoTypeCode: lenovoTypeCode(sections),
    asset: skuCode(sections.base.sku),
    system: skuCode(sections.linuxSystem?.sku),
  });
}

const lenovoTypeCode = remembered((sections: Sections): string | null => {
  const model = modelName(sections.base.model) ?? modelName(sections.computerSystem?.model);
  return isLenovoTypeCode(pickManufacturer(sections).value, model) ? model : null;
});
