import { z } from 'zod';
import { secretSchema } from '../secret-place.ts';
import type { Text } from '../text.ts';
import { messages } from './settings-messages.ts';

/** Text that passes a test, or else is told what it must be. */
const textLike = (fits: (value: string) => boolean, text: Text) =>
  z.string().superRefine((value, context) => {
    if (!fits(value)) context.addIssue({ code: 'custom', params: { text } });
  });

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Whether an address is just scheme, host and port. */
function isOrigin(value: string, scheme: RegExp): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(value);
  return scheme.test(protocol) && `${username}${password}${pathname}${search}${hash}` === '/';
}

const tenant = textLike((value) => guid.test(value) || domain.test(value), messages.tenantForm);
const root = textLike((value) => isOrigin(value, /^https:$/), messages.rootForm);
const proxy = textLike((value) => isOrigin(value, /^https?:$/), messages.proxyForm);

/** How to reach Microsoft Graph; a block under `sources` in `bridge.yaml`. */
export const graphSettings = z
  .strictObject({
    /** Id or domain of the tenant. */
    tenant,
    login: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('secret'), clientId: z.guid(), secret: secretSchema }),
      z.strictObject({
        kind: z.literal('certificate'),
        clientId: z.guid(),
        /** PEM file with the certificate and its private key. */
        certificate: z.string().min(1),
        /** Of an encrypted private key. */
        password: secretSchema.optional(),
      }),
      /** `clientId` names a user-assigned identity. */
      z.strictObject({ kind: z.literal('managed-identity'), clientId: z.guid().optional() }),
      z.strictObject({ kind: z.literal('azure-cli') }),
    ]),
    /** Where the tenant lives; `custom` needs both hosts below. */
    cloud: z.enum(['global', 'usgov', 'usgov-dod', 'china', 'custom']).default('global'),
    authorityHost: root.optional(),
    graphRoot: root.optional(),
    /** PEM file of an authority to trust besides the public ones: an inspecting proxy's, for instance. */
    certificateAuthority: z.string().min(1).optional(),
    /** Instead of `HTTPS_PROXY` and `NO_PROXY` of the environment. */
    proxy: proxy.optional(),
    /** Times that a request is sent before the run gives up. */
    attempts: z.number().int().min(1).max(20).default(10),
    /** First pause before something is asked again, in seconds; it doubles each time. What Graph asks for goes first. */
    pauseSeconds: z.number().min(0).max(120).default(2),
    /** Silence, in seconds, after which a request is given up and sent again. */
    idleSeconds: z.number().int().min(1).default(100),
    /** How long Intune may prepare a report, in minutes, before another one is asked for. */
    reportMinutes: z.number().positive().default(30),
    /** Most that a report may unpack to, in gigabytes. */
    reportGigabytes: z.number().positive().default(20),
  })
  .superRefine(({ cloud, authorityHost, graphRoot }, context) => {
    const isCustom = cloud === 'custom';
    if ((authorityHost !== undefined) === isCustom && (graphRoot !== undefined) === isCustom) return;
    context.addIssue({ code: 'custom', path: ['cloud'], params: { text: messages.hostsOfCustomCloud } });
  });
export type GraphSettings = z.infer<typeof graphSettings>;
