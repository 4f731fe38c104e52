import type { Os } from '../asset/os.ts';
import { ofFewTexts } from './remembered.ts';

/** The architecture in a text, whatever its language: `64 bits`, `64-bit`, `ARM 64 bits`, `x64-based PC`, `x86_64`, `aarch64`. */
export const architectureIn = (text: string | null | undefined): Os['architecture'] =>
  architectureOf(text ?? '');

const architectureOf = ofFewTexts((value): Os['architecture'] => {
  if (/\b(?:arm|aarch)/iu.test(value)) return /64/u.test(value) ? 'arm64' : null;
  if (/64/u.test(value)) return /itanium|ia64/iu.test(value) ? null : 'x64';
  return /32|86/u.test(value) ? 'x86' : null;
});
