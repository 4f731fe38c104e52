import { comparable, placeholderSet } from './placeholder.ts';
import { ofFewTexts } from './remembered.ts';

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
  /\bcloud pc\b/iu,
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

/** Whether a model is that of a guest. */
export const isVirtualModel = ofFewTexts((model): boolean => virtualModels.some((form) => form.test(model)));

/** Whether a maker makes guests only, as far as computers go: Google makes phones too. */
export const isVirtualMaker = ofFewTexts((maker): boolean => virtualMakers.has(comparable(maker)));
