import type { Os } from '../asset/os.ts';
import { ofFewTexts } from './remembered.ts';

type Role = Os['role'];

const byProductType: ReadonlyMap<number, Role> = new Map([
  [1, 'workstation'],
  [2, 'domainController'],
  [3, 'server'],
]);

const byDomainRole: ReadonlyMap<number, Role> = new Map([
  [0, 'workstation'],
  [1, 'workstation'],
  [2, 'server'],
  [3, 'server'],
  [4, 'domainController'],
  [5, 'domainController'],
]);

/** What Win32_OperatingSystem.ProductType says. */
export const roleOfProductType = (code: number | null | undefined): Role =>
  byProductType.get(code ?? -1) ?? null;

/** What Win32_ComputerSystem.DomainRole says. */
export const roleOfDomainRole = (code: number | null | undefined): Role =>
  byDomainRole.get(code ?? -1) ?? null;

/** What the name of a system says. */
export const roleInText = (text: string | null | undefined): Role => roleIn(text ?? '');

const roleIn = ofFewTexts((text): Role => {
  if (/\bserver\b/iu.test(text)) return 'server';
  return /\bworkstation\b|\bwindows (?:7|8|8\.1|10|11)\b/iu.test(text) ? 'workstation' : null;
});
