import type { Choice } from '../../../shared/asset.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { isVirtualMaker, isVirtualModel } from '../../../shared/device/virtual-machine.ts';
import type { ListRow } from '../record.ts';
import { pickFamily } from './family.ts';

/** Whether the machine is virtual, by model, then by maker; phones never are, and nothing is known without a model. */
export const pickVirtual = remembered((list: ListRow): Choice<boolean | null> => {
  const { model, manufacturer } = list;
  const family = pickFamily(list);
  const isComputer = family === 'windows' || family === 'linux' || family === 'macos';
  if (!isComputer) return family === null ? { value: null, rule: 'none' } : { value: false, rule: 'system' };
  if (model !== null && isVirtualModel(model)) return { value: true, rule: 'model' };
  if (manufacturer !== null && isVirtualMaker(manufacturer)) return { value: true, rule: 'manufacturer' };
  return model === null ? { value: null, rule: 'none' } : { value: false, rule: 'model' };
});
