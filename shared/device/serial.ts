import type { Identity, SerialValidity } from '../asset/identity.ts';
import { comparable } from './placeholder.ts';
import { placeholders } from './placeholder-catalogue.ts';

const shortestSerial = 4;

const zerosAndOnes = /^[01]+$/u;
const oneCharacterRepeated = /^(.)\1+$/u;
const versionLike = /^\d{1,2}(?:\.\d{1,2}){1,3}$/u;

/** Serials that a hypervisor or a cloud invents for a guest. */
const virtualForms = [
  /^VMWARE-[0-9A-F]{2}/u,
  /^\d{4}(?:-\d{4}){5}-\d{2}$/u, // Hyper-V
  /^PARALLELS-[0-9A-F]{2}/u,
  /^VIRTUALBOX-[0-9A-F]{2}/u,
  /^EC2[0-9A-F]{5}-[0-9A-F]{4}-/u,
  /^GOOGLECLOUD-[0-9A-F]{2}/u,
] as const;

/** Whether a serial names hardware, a guest or nothing; fewer than four characters name too little. */
export function judgeSerial(text: string): SerialValidity {
  const value = comparable(text);
  if (isPlaceholder(value)) return 'placeholder';
  if (virtualForms.some((form) => form.test(value))) return 'virtual';
  return value.length < shortestSerial ? 'short' : 'genuine';
}

function isPlaceholder(value: string): boolean {
  const { fillers, serials } = placeholders();
  return (
    fillers.has(value) ||
    serials.has(value) ||
    zerosAndOnes.test(value) ||
    oneCharacterRepeated.test(value) ||
    versionLike.test(value) ||
    isCountingRun(value)
  );
}

/** `1234…` or `0123…` of any length, going on after 9 with 0. */
function isCountingRun(value: string): boolean {
  if (!/^[01]\d{3,}$/u.test(value)) return false;
  const digits = '0123456789'.repeat(Math.ceil(value.length / 10) + 1);
  return digits.startsWith(value, Number(value[0]));
}

/** The serial of an asset, unless it is so short that two machines may well share it. */
export function trustedSerial({ serial, serials }: Pick<Identity, 'serial' | 'serials'>): string | null {
  return serials.some(({ value, validity }) => value === serial && validity === 'short') ? null : serial;
}
