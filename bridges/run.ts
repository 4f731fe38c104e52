import { type ImporterFiles, writeImporterFiles } from '../output/importer/files.ts';
import type { RunFacts } from '../output/manifest.ts';
import type { AssetTable } from '../output/profile/asset-table.ts';
import type { JudgedRun } from '../shared/judge/judgement.ts';
import { settle } from '../shared/run/pending.ts';
import { type GatherRequest, gather } from './gather.ts';
import { judgedColumns, rowKeeper } from './judged-rows.ts';

/** Everything that one run needs, checked beforehand; nothing has been contacted yet. */
export type RunRequest = GatherRequest;

/** A complete run, as it stands in the manifest, and the files that it published. */
export interface RunResult {
  readonly facts: RunFacts;
  readonly files: ImporterFiles;
}

/**
 * The way of a record: gather, judge, write, verify, publish. Rejects with a `BridgeError`; what was published before is
 * then unchanged.
 */
export async function run(request: RunRequest): Promise<RunResult> {
  const gathered = await gather(request);
  try {
    const { store, spools, judgement, software, facts } = gathered;
    if (judgement) store.spools.keep(spools);
    const { target, source, folder, runId } = request;
    const assets = () => store.assets();
    const { relations, makers } = store;
    const looseRelations = relations.resolve();
    const further = { relations: () => relations.relations(), looseRelations, makers };
    const judge = (content: AssetTable) => judgement?.judge(judgedColumns(target.profile, content)) ?? [];
    const keeper = rowKeeper(store, request);
    const profile = JSON.stringify(target.profile);
    const published = (): JudgedRun => {
      const { startedAt, finishedAt } = facts();
      return { runId, source, startedAt, finishedAt, manifest: JSON.stringify(facts()), profile };
    };
    const ready = (paths: readonly string[], manifests: number) =>
      judgement?.announce(folder, published(), paths, manifests);
    const content = { assets, facts, keeper, judge, ready, further, software: software?.data ?? null };
    const files = await writeImporterFiles(target, content, request.signal).catch((error) => {
      settle(folder);
      throw error;
    });
    const notices = [...files.notices, ...(judgement?.keep(folder, published()) ?? [])];
    return { facts: facts(), files: { ...files, notices } };
  } finally {
    gathered.close();
  }
}

/** Counts of the journal's line. */
export function journalCounts({ facts, files }: RunResult): Record<string, number> {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((all, each) => all + each, 0);
  return {
    read: facts.read,
    excluded: sum(facts.excluded),
    ...Object.fromEntries(
      Object.entries(facts.excluded).map(([reason, count]) => [`excluded.${reason}`, count]),
    ),
    duplicates: sum(facts.duplicates),
    written: files.rows,
    ...(files.software && { software: sum(files.software.contents) }),
  };
}
