import type { Choice } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { isVirtualMaker, isVirtualModel } from '../../../shared/device/virtual-machine.ts';
import type { Sections } from '../record.ts';

/** Whether the machine is virtual: what its client says, then model, then maker; null when nothing tells. */
export const pickVirtual = remembered((sections: Sections): Choice<boolean | null> => {
  const models = known([sections.computerSystem?.model, sections.product?.name]);
  const makers = known([sections.computerSystem?.manufacturer, sections.product?.vendor]);
  const flag = sections.base.virtualMachine;
  if (flag === true) return { value: true, rule: 'flag' };
  if (models.some(isVirtualModel)) return { value: true, rule: 'model' };
  if (makers.some(isVirtualMaker)) return { value: true, rule: 'manufacturer' };
  if (flag === false) return { value: false, rule: 'flag' };
  return models.length > 0 ? { value: false, rule: 'model' } : { value: null, rule: 'none' };
});
