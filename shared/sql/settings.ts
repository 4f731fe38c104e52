import { z } from 'zod';
import { secretSchema } from '../secret-place.ts';

const userAndPassword = { user: z.string().min(1), password: secretSchema };

/** How to reach a SQL Server; a block under `sources` in `bridge.yaml`. */
export const sqlServerSettings = z.strictObject({
  /** Host name, as the server's certificate spells it. */
  server: z.string().min(1),
  /** Named instance, found through SQL Server Browser; not together with `port`. */
  instance: z.string().min(1).optional(),
  /** TCP port; 1433 when neither port nor instance is given. */
  port: z.number().int().min(1).max(65535).optional(),
  database: z.string().min(1),
  login: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sql'), ...userAndPassword }),
    z.strictObject({ kind: z.literal('ntlm'), domain: z.string().min(1), ...userAndPassword }),
    z.strictObject({ kind: z.literal('entra-token'), token: secretSchema }),
    z.strictObject({ kind: z.literal('windows') }),
  ]),
  /** `required`: TLS inside TDS; `strict`: TDS 8.0; `none`: clear text, for a trusted wire only. */
  encryption: z.enum(['required', 'strict', 'none']).default('required'),
  /** Accepts any certificate: encrypted, but nobody proves that the server is the server. */
  trustServerCertificate: z.boolean().default(false),
  /** PEM file of the authority that signed the server's certificate. */
  certificateAuthority: z.string().min(1).optional(),
  /** Name in the certificate when it is not `server`. */
  certificateName: z.string().min(1).optional(),
  /** Queries at the same time. */
  connections: z.number().int().min(1).max(8).default(2),
  /** Silence, in seconds, after which a query is cancelled and read again. */
  idleSeconds: z.number().int().min(1).default(300),
  /** Values for `@name` in the queries of the site. */
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});
export type SqlServerSettings = z.infer<typeof sqlServerSettings>;
