import type { Choice } from '../../../shared/asset.ts';
import { comparable, placeholderSet } from '../../../shared/device/placeholder.ts';
import type { Sections } from '../record.ts';

/** Models of guests. `Microsoft Corporation` alone is Surface hardware: the model must say Virtual Machine. */
const virtualModels = [
  /virtual machine/iu,
  /vmware/iu,
  /virtualbox/iu,
  /\bkvm\b/iu,
  /hvm domu/iu,
  /standard pc \(/iu,
  /\bahv\b/iu,
  /parallels/iu,
] as const;

/** Makers that make guests only, compared whole. */
const virtualMakers = placeholderSet([
  'VMware, Inc.',
  'QEMU',
  'Xen',
  'oVirt',
  'Nutanix',
  'innotek GmbH',
  'Amazon EC2',
  'Google',
]);

/** Whether the machine is virtual: what its client says, then model, then maker; null when nothing tells. */
export function pickVirtual(sections: Sections): Choice<boolean | null> {
  const models = known(sections.computerSystem?.model, sections.product?.name);
  const makers = known(sections.computerSystem?.manufacturer, sections.product?.vendor);
  const flag = sections.base.virtualMachine;
  if (flag === true) return { value: true, rule: 'flag' };
  if (models.some((model) => virtualModels.some((form) => form.test(model))))
    return { value: true, rule: 'model' };
  if (makers.some((maker) => virtualMakers.has(comparable(maker))))
    return { value: true, rule: 'manufacturer' };
  if (flag === false) return { value: false, rule: 'flag' };
  return models.length > 0 ? { value: false, rule: 'model' } : { value: null, rule: 'none' };
}

const known = (...texts: (string | null | undefined)[]): string[] => texts.flatMap((text) => text ?? []);
