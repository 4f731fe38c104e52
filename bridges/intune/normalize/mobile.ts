import type { Mobile } from '../../../shared/asset/mobile.ts';
import type { IntuneRecord } from '../record.ts';

/** Numbers of the radio and of Apple; null for a device that has none of them. */
export function normalizeMobile({ list, report, detail }: IntuneRecord): Mobile | null {
  const mobile: Mobile = {
    imei: deviceNumber(list.imei),
    meid: deviceNumber(list.meid),
    iccid: digits(report?.ICCID ?? detail?.iccid),
    eid: digits(report?.EID ?? detail?.hardware.esimIdentifier),
    udid: detail?.udid ?? null,
    phoneNumber: phoneNumber(list.phoneNumber),
    carrier: list.subscriberCarrier,
    cellularTechnology: report?.CellularTechnology ?? detail?.hardware.cellularTechnology ?? null,
  };
  return Object.values(mobile).some((value) => value !== null) ? mobile : null;
}

/** An IMEI (15 digits, 14 without its check digit) or MEID (14 hexadecimal digits), which may be written with spaces. */
function deviceNumber(text: string | null): string | null {
  const value = (text ?? '').replace(/[\s-]/gu, '').toUpperCase();
  return /^(?:\d{14,16}|[0-9A-F]{14})$/u.test(value) && !/^0+$/u.test(value) ? value : null;
}

/** The digits of a SIM's number. */
function digits(text: string | null | undefined): string | null {
  const value = (text ?? '').replace(/[\s-]/gu, '');
  return /^[0-9A-F]{10,40}$/iu.test(value) && !/^0+$/u.test(value) ? value : null;
}

/** As written; nothing but stars is a number that Intune keeps to itself. */
const phoneNumber = (text: string | null): string | null => (text !== null && /\d/u.test(text) ? text : null);
