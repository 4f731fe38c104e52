import type { Os } from '../../../shared/asset/os.ts';
import { ofFewTexts } from '../../../shared/device/remembered.ts';
import type { ListRow } from '../record.ts';

const families: readonly (readonly [RegExp, NonNullable<Os['family']>])[] = [
  [/^windows/iu, 'windows'],
  [/^mac ?os/iu, 'macos'],
  [/^ipados/iu, 'ipados'],
  [/^ios/iu, 'ios'],
  [/^android/iu, 'android'],
  [/^chrome ?os/iu, 'chromeos'],
  [/^(?:linux|ubuntu|red ?hat|rhel)/iu, 'linux'],
];

/** The family of the operating system, whose names stay open: one that we do not know is `other`. */
export function pickFamily({ operatingSystem }: ListRow): Os['family'] {
  return operatingSystem === null ? null : familyOf(operatingSystem);
}

const familyOf = ofFewTexts(
  (operatingSystem): NonNullable<Os['family']> =>
    families.find(([form]) => form.test(operatingSystem))?.[1] ?? 'other',
);

/** Whether it is carried in a hand: such a device has the name that its holder gave it. */
export function isHandheld(list: ListRow): boolean {
  const family = pickFamily(list);
  return family === 'ios' || family === 'ipados' || family === 'android';
}
