import { z } from 'zod';
import type { SoftwareData } from '../output/software/contents.ts';
import { messages } from '../output/software/messages.ts';
import type { Asset } from '../shared/asset.ts';
import type { SoftwareReading } from '../shared/bridge.ts';
import type { Progress } from '../shared/run/progress.ts';
import { SoftwareStore } from '../shared/software/store.ts';
import type { Notice } from '../shared/text.ts';

/** Block `software` of the configuration, for every source. */
export const softwareRules = z.strictObject({
  /** Updates stand among the programs, one line a patch; they are left out unless this says `include`. */
  updates: z.enum(['exclude', 'include']).default('exclude'),
});
export type SoftwareRules = z.infer<typeof softwareRules>;

const progressEvery = 50_000;

/** What is needed to keep what was read. */
export interface SoftwareStep {
  readonly reading: SoftwareReading;
  /** The assets that are published, in their order. */
  readonly assets: Iterable<Asset>;
  readonly rules: SoftwareRules;
  readonly folder: string;
  /** Path of the file that is to be published. */
  readonly target: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The software of the published devices; without any, only what to tell about it. */
export interface KeptSoftware {
  readonly data: SoftwareData | null;
  readonly notices: readonly Notice[];
  close(): void;
}

/** Keeps what is installed on the published devices, in a file of the run. Rejects as the reading does. */
export async function keepSoftware({
  reading,
  assets,
  rules,
  folder,
  target,
  progress,
  signal,
}: SoftwareStep): Promise<KeptSoftware> {
  const devices = new Map<string, number>();
  let count = 0;
  for (const { identity } of assets) {
    devices.set(identity.sourceId, count);
    count += 1;
  }
  const store = new SoftwareStore(folder, devices, rules);
  const close = () => store.close();
  try {
    let rows = 0;
    for await (const row of reading.installed()) {
      store.add(row);
      rows += 1;
      if (rows % progressEvery !== 0) continue;
      progress({ step: 'normalize', subject: 'software', count: rows });
      await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C in
      signal.throwIfAborted();
    }
  } catch (error) {
    close();
    throw error;
  }
  const notices = reading.notices();
  if (store.titles.length === 0) {
    const nothing = { code: 'software-nothing', text: messages.nothingInstalled(target) };
    return { data: null, notices: [...notices, nothing], close };
  }
  return { data: { store, read: reading.rows ?? 0, notices }, notices: [], close };
}
