import type { Choice } from '../../../shared/asset.ts';
import { modelName } from '../../../shared/device/model-name.ts';
import { comparable } from '../../../shared/device/placeholder.ts';
import type { IntuneRecord, ListRow } from '../record.ts';
import { pickSerial, serialFacts } from './serial.ts';

/** Names that a device has until somebody gives it one. */
const factoryNames = [
  /^(?:iphone|ipad|ipod(?: touch)?|macbook(?: air| pro)?|imac|mac ?mini|mac ?pro|mac ?studio)(?: \(\d+\))?$/iu,
  /^(?:android|androidforwork|androidenterprise|androidaosp|localhost|minint|chromebook)(?:[-_].*)?$/iu,
] as const;

/** The management name, `user_AndroidForWork_3/14/2026_9:05 AM`, holds the login of whoever enrolled the device. */
const managementName = /^.*_[a-z]+_\d{1,2}\/\d{1,2}\/\d{4}_/iu;

/** Whether a name is the management name, and so tells of a person. */
export const isManagementName = (name: string): boolean => managementName.test(name);

const shortIdLength = 8;

/**
 * The name of the device, unique as Octopus needs it. A name that somebody gave stays as it is (`given`); where several
 * devices share it, the one enrolled last keeps it, and the others have their serial behind it (`shared`). A factory name
 * such as `iPhone` always has it (`factory`). In place of a management name stands the model with the serial (`model`),
 * and so for a personal device, whose name is its owner's (`personal`). Without a serial the Intune id stands in.
 */
export function pickName(record: IntuneRecord, isMinimum: boolean): Choice<string> {
  const { list } = record;
  const own = list.deviceName;
  const behind = (name: string) => `${name} (${mark(record)})`;
  if (isMinimum) return { value: behind(label(list)), rule: 'personal' };
  if (own === null || isManagementName(own)) return { value: behind(label(list)), rule: 'model' };
  if (isFactoryName(own, list)) return { value: behind(own), rule: 'factory' };
  return record.nameTaken ? { value: behind(own), rule: 'shared' } : { value: own, rule: 'given' };
}

/** Whether a name is the one of the factory: of a list, or just the model. */
function isFactoryName(name: string, { model }: ListRow): boolean {
  if (factoryNames.some((form) => form.test(name))) return true;
  return model !== null && comparable(name) === comparable(model);
}

const label = ({ model, operatingSystem }: ListRow): string =>
  modelName(model) ?? operatingSystem ?? 'Intune';

/** From the list alone: a name must not change when the details of the device are read one night. */
function mark({ id, list }: IntuneRecord): string {
  const serial = pickSerial(serialFacts({ list, detail: null }), list);
  if (serial.value !== null && serial.rule !== 'intune-short') return serial.value;
  return id.slice(0, shortIdLength);
}
