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
import { pickEnclosure } from './enclosure.ts';

/** The maker as its firmware writes it. */
export const pickManufacturer = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({
      computerSystem: manufacturerName(sections.computerSystem?.manufacturer),
      product: manufacturerName(sections.product?.vendor),
    }),
);

/** The readable model; Lenovo writes a type code there and the name people know into the product's version. */
export function pickModel(sections: Sections): Choice<string | null> {
  return firstKnown({
    lenovoVersion: lenovoTypeCode(sections) === null ? null : readableName(sections.product?.version),
    computerSystem: modelName(sections.computerSystem?.model),
    product: modelName(sections.product?.name),
  });
}

/** The maker's type or SKU code; for Lenovo the type code. */
export function pickSku(sections: Sections): Choice<string | null> {
  return firstKnown({
    lenovoTypeCode: lenovoTypeCode(sections),
    product: skuCode(sections.product?.sku),
    enclosure: skuCode(pickEnclosure(sections)?.sku),
  });
}

const lenovoTypeCode = remembered((sections: Sections): string | null => {
  const model = modelName(sections.computerSystem?.model) ?? modelName(sections.product?.name);
  return isLenovoTypeCode(pickManufacturer(sections).value, model) ? model : null;
});
