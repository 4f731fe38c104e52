import { rmSync } from 'node:fs';
import { softwareOrder } from '../output/importer/software-set.ts';
import { type ImporterTarget, publishingOrder } from '../output/importer/target.ts';
import { readManifest } from '../output/manifest.ts';
import { inOneOrder } from '../output/publish.ts';
import { recoverPublishing } from '../output/recover.ts';
import { messages } from '../shared/run/messages.ts';
import { pendingRuns } from '../shared/run/pending.ts';
import { adoptRun } from '../shared/store/adoption.ts';
import type { Notice } from '../shared/text.ts';

/** One source published to one file: what the store compares a run with. */
export const seriesOf = (source: string, { path }: Pick<ImporterTarget, 'path'>): string =>
  `${source} ${path}`;

/**
 * Ends what a killed run has left, before the next one of its series begins: its publishing is finished or taken back,
 * and then, if its files are the published ones, the store learns of it. Throws `OutputError`.
 */
export async function settleKilledRun(
  source: string,
  target: ImporterTarget,
  stateFolder: string,
  keepRuns: number,
  signal: AbortSignal,
): Promise<Notice[]> {
  const isCommitted = target.database && ((runId: string) => target.database?.holds(runId, signal) ?? false);
  const notices: Notice[] = [];
  for (const { folder, pending } of pendingRuns(stateFolder, seriesOf(source, target))) {
    const { run, paths, manifests } = pending;
    await recoverPublishing(paths, manifests, isCommitted);
    if (readManifest(paths.at(-1) ?? '')?.runId === run.runId) {
      const isKept = await adoptRun(stateFolder, folder, run, keepRuns);
      const text = isKept ? messages.runAdopted(run.runId) : messages.runNotAdopted(run.runId);
      notices.push({ code: isKept ? 'run-adopted' : 'run-not-adopted', text });
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const { paths, manifests } = inOneOrder(softwareOrder(target), publishingOrder(target));
  await recoverPublishing(paths, manifests, isCommitted);
  return notices;
}
