import type { Purchase } from '../../../shared/asset/purchase.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { pickWarranty } from '../pick/warranty.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { customDay, customValue } from './custom.ts';

/** When it was bought and until when its maker answers for it. */
export function normalizePurchase(sections: Sections, site: LansweeperSite): Part<Purchase> {
  const { base } = sections;
  const boughtOn = customDay('purchase.purchasedOn', sections, site);
  const purchased = firstKnown({ customField: boughtOn.day, asset: base.purchased });
  const custom = customDay('purchase.warrantyUntil', sections, site);
  const warranty = pickWarranty(sections, purchased.value, custom.day);
  const order = firstKnown({
    customField: customValue('purchase.orderNumber', sections, site),
    asset: base.orderNumber,
  });
  const barcode = firstKnown({
    customField: customValue('purchase.barcode', sections, site),
    asset: base.barcode,
  });
  return {
    value: {
      purchasedOn: purchased.value,
      warrantyUntil: warranty.value?.until ?? null,
      warrantyService: warranty.value?.service ?? null,
      orderNumber: order.value,
      barcode: barcode.value,
    },
    rules: {
      'purchase.purchasedOn': purchased.rule + boughtOn.fault,
      'purchase.warrantyUntil': warranty.rule + custom.fault,
      'purchase.orderNumber': order.rule,
      'purchase.barcode': barcode.rule,
    },
  };
}
