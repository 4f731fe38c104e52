import { z } from 'zod';
import { messages } from './secret-messages.ts';

/** Where a secret is; the configuration never holds the secret itself. */
export const secretSchema = z
  .unknown()
  .superRefine((value, context) => {
    if (typeof value === 'string')
      context.addIssue({ code: 'custom', params: { text: messages.secretInPlace } });
  })
  .pipe(
    z.union([
      z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
      z.strictObject({ file: z.string().min(1) }),
    ]),
  );
export type SecretPlace = z.infer<typeof secretSchema>;
