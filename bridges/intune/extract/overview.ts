import { z } from 'zod';
import { SourceError } from '../../../shared/errors.ts';
import type { GraphSource } from '../../../shared/graph/source.ts';
import { messages } from './messages.ts';

const path = '/v1.0/deviceManagement/managedDeviceOverview';
const count = z.int().nonnegative();

const overview = z.object({
  /** All that the list should hold; counted by a service of its own, so never to the device. */
  enrolledDeviceCount: count,
  mdmEnrolledCount: count.nullish(),
  /** Managed by SCCM as well. */
  dualEnrolledDeviceCount: count.nullish(),
});
export type Overview = z.infer<typeof overview>;

/** The counters that Intune keeps of the tenant. Rejects with `SourceError` when they are none. */
export async function readOverview(source: GraphSource, signal: AbortSignal): Promise<Overview> {
  const checked = overview.safeParse(await source.read(path, signal));
  if (checked.success) return checked.data;
  throw new SourceError(messages.overviewUnreadable(path), { hint: messages.overviewUnreadableHint });
}
