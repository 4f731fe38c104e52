import { z } from 'zod';

/** What only a device with a radio or a vendor's device number has. */
export const mobile = z.strictObject({
  /** Digits only. Intune: imei. */
  imei: z.string().nullable(),
  /** Intune: meid. */
  meid: z.string().nullable(),
  /** SIM card. Intune: iccid. */
  iccid: z.string().nullable(),
  /** Built-in SIM. Intune: report column EID, hardwareInformation.esimIdentifier. */
  eid: z.string().nullable(),
  /** Apple's own device number. Intune: udid. */
  udid: z.string().nullable(),
  /** Intune: phoneNumber; may be masked. */
  phoneNumber: z.string().nullable(),
  /** Intune: subscriberCarrier. */
  carrier: z.string().nullable(),
  /** Intune: cellularTechnology. */
  cellularTechnology: z.string().nullable(),
});
export type Mobile = z.infer<typeof mobile>;
