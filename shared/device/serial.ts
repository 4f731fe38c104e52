import type { Identity, SerialValidity } from '../asset/identity.ts';
import { comparable } from './placeholder.ts';
import { placeholders } from './placeholder-catalogue.ts';

const shortestSerial = 4;

/** Zeros and ones, one character repeated, and what looks like a version. */
const placeholderForm = /^(?:[01]+|(.)\1+|\d{1,2}(?:\.\d{1,2}){1,3})$/u;

/** Serials that a hypervisor or a cloud invents for a guest; the one of digits is Hyper-V's. */
const virtualForm =
  /^(?:(?:VMWARE|PARALLELS|VIRTUALBOX|GOOGLECLOUD)-[0-9A-F]{2}|\d{4}(?:-\d{4}){5}-\d{2}$|EC2[0-9A-F]{5}-[0-9A-F]{4}-)/u;

/** Whether a serial names hardware, a guest or nothing; fewer than four characters name too little. */
export function judgeSerial(text: string): SerialValidity {
  const value = comparable(text);
  if (isPlaceholder(value)) return 'placeholder';
  if (virtualForm.test(value)) return 'virtual';
  return value.length < shortestSerial ? 'short' : 'genuine';
}

function isPlaceholder(value: string): boolean {
  const { fillers, serials } = placeholders();
  return fillers.has(value) || serials.has(value) || placeholderForm.test(value) || isCountingRun(value);
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
