import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { peopleModes, personalKinds } from '../people/mode.ts';

const pendingFileName = 'pending.json';

/** What the next run needs to know of one that is killed after its files are published, but before the store is written. */
const pendingSchema = z.strictObject({
  run: z.strictObject({
    runId: z.string(),
    series: z.string(),
    source: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
    headers: z.array(z.string()).readonly(),
    unfilled: z.array(z.string()).readonly(),
    people: z.strictObject({
      mode: z.enum(peopleModes),
      personal: z.record(z.string(), z.enum(personalKinds)),
    }),
    manifest: z.string(),
    profile: z.string(),
  }),
  /** The files in the order of publishing; the last `manifests` are manifests. */
  paths: z.array(z.string()).min(1),
  manifests: z.int().min(1),
});
export type Pending = Readonly<z.infer<typeof pendingSchema>>;

/** A run that was announced, and the folder with its working files. */
export interface PendingRun {
  readonly folder: string;
  readonly pending: Pending;
}

/** Whether a run's folder must outlive it. */
export const isPending = (runFolder: string): boolean => existsSync(join(runFolder, pendingFileName));

/** Says in the folder of a run that it is about to publish; on the disk before the first published file changes. */
export function announce(runFolder: string, pending: Pending): void {
  const path = join(runFolder, pendingFileName);
  const part = `${path}.part`;
  writeFileSync(part, JSON.stringify(pending), { mode: 0o600 });
  const file = openSync(part, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(part, path);
}

/** The store knows, or nothing was published: the folder of the run may go. */
export const settle = (runFolder: string): void => rmSync(join(runFolder, pendingFileName), { force: true });

/** What killed runs have left in a state folder, of one series; what cannot be understood is removed. */
export function pendingRuns(stateFolder: string, series: string): PendingRun[] {
  const runs = join(stateFolder, 'runs');
  const folders = readdirSync(runs).map((name) => join(runs, name));
  return folders.filter(isPending).flatMap((folder) => {
    const pending = readPending(join(folder, pendingFileName));
    if (pending === null) rmSync(folder, { recursive: true, force: true });
    return pending?.run.series === series ? [{ folder, pending }] : [];
  });
}

/** Removes what runs killed before a moment have left, whose series never ran again. */
export function forgetPending(stateFolder: string, before: Date): void {
  const runs = join(stateFolder, 'runs');
  for (const folder of readdirSync(runs).map((name) => join(runs, name)))
    if (isPending(folder) && statSync(join(folder, pendingFileName)).mtimeMs < before.getTime())
      rmSync(folder, { recursive: true, force: true });
}

function readPending(path: string): Pending | null {
  try {
    return pendingSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
