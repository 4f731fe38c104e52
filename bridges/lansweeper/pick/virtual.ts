import type { Choice } from '../../../shared/asset.ts';
import { known } from '../../../shared/device/choice.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { isVirtualMaker, isVirtualModel } from '../../../shared/device/virtual-machine.ts';
import type { Sections } from '../record.ts';
import type { LansweeperSite } from '../site.ts';
import { pickType } from './type.ts';

/** Whether the machine is a guest: by its type, its model, its maker, or a host that gave it its MAC; null when nothing tells. */
export const pickVirtual = remembered((sections: Sections, site: LansweeperSite): Choice<boolean | null> => {
  const type = pickType(sections, site).value;
  if (type === 'virtualServer' || type === 'virtualWorkstation') return { value: true, rule: 'type' };
  if (type !== 'byRole' && type !== 'byChassis' && type !== 'byModel') return { value: null, rule: 'none' };
  const models = known([
    sections.base.model,
    sections.computerSystem?.model,
    sections.linuxSystem?.productName,
  ]);
  const makers = known([sections.base.manufacturer, sections.linuxSystem?.manufacturer]);
  if (models.some(isVirtualModel)) return { value: true, rule: 'model' };
  if (makers.some(isVirtualMaker)) return { value: true, rule: 'manufacturer' };
  if (models.length > 0) return { value: false, rule: 'model' };
  return sections.virtualHosts.length > 0 ? { value: true, rule: 'host' } : { value: null, rule: 'none' };
});
