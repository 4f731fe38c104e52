import { join } from 'node:path';
import { judgedColumns, rowKeeper } from '../../bridges/judged-rows.ts';
import { compared } from '../../bridges/planned-run.ts';
import { sccm } from '../../bridges/sccm/index.ts';
import { type ImporterContent, writeImporterFiles } from '../../output/importer/files.ts';
import { type ImporterTarget, writerOf } from '../../output/importer/target.ts';
import { writePlan } from '../../output/plan/file.ts';
import { type AssetTable, assetTable } from '../../output/profile/asset-table.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { partPath } from '../../output/publish.ts';
import type { WrittenFile } from '../../output/table/writer.ts';
import { Judgement } from '../../shared/judge/judgement.ts';
import type { RunStore } from '../../shared/run/store.ts';
import { outputFacts } from '../fakes/output-facts.ts';
import { plainRules } from '../fakes/plain-rules.ts';

const series = 'sccm bench';
const { signal } = new AbortController();

/** Where the stages publish to. */
export const stageTarget = (folder: string, extension: string): ImporterTarget => ({
  path: join(folder, `stages.${extension}`),
  dataImporterFolder: null,
  profile: loadProfile('octopus-fr'),
  bridgeName: 'sccm',
});

/** The rows of a store, made once and kept in it. */
export const rowsOf = (store: RunStore, { profile }: ImporterTarget): AssetTable =>
  assetTable(profile, 'sccm', store.assets(), undefined, rowKeeper(store));

/** Compares with what the state folder knows, and guards; once for each store. */
export async function judged(
  store: RunStore,
  { profile }: ImporterTarget,
  stateFolder: string,
): Promise<Judgement> {
  const judgement = await Judgement.open(store.database, stateFolder, series, plainRules);
  judgement.judge(judgedColumns(profile, { unfilled: [] }));
  return judgement;
}

/** Makes the run what was last published. */
export function kept(judgement: Judgement, runId: string, stateFolder: string): void {
  const { startedAt, finishedAt } = outputFacts(runId);
  judgement.keep(stateFolder, {
    runId,
    source: 'sccm',
    startedAt,
    finishedAt,
    manifest: '{}',
    profile: '{}',
  });
}

/** Writes the rows alone, to the part file. */
export const written = ({ table }: AssetTable, target: ImporterTarget): Promise<WrittenFile> =>
  writerOf(target).write(table, partPath(target.path), signal);

/** Reads the part file back, cell by cell. */
export const verified = ({ table }: AssetTable, target: ImporterTarget, file: WrittenFile): Promise<void> =>
  writerOf(target).verify(table, partPath(target.path), file, signal);

/** Writes, verifies and publishes all files; nobody judges. The rows are there already. */
export async function published(store: RunStore, target: ImporterTarget): Promise<void> {
  const keeper = { ...rowKeeper(store), add: () => {} };
  const content: ImporterContent = { assets: () => store.assets(), facts: () => outputFacts(), keeper };
  await writeImporterFiles(target, content, signal);
}

/** The plan of a store that nobody has judged yet, as a workbook; with what is judged in it. */
export async function planned(store: RunStore, target: ImporterTarget, stateFolder: string): Promise<void> {
  const judgement = await Judgement.open(store.database, stateFolder, series, plainRules);
  const asked = { 'accept-drop': false };
  const terminal = { progress: () => {} };
  const gathered = {
    store,
    spools: [],
    judgement,
    software: null,
    facts: () => outputFacts(),
    close: () => {},
  };
  const plan = await compared({ bridge: sccm, target, known: [], asked, terminal, signal }, gathered);
  await writePlan(plan, join(stateFolder, 'plan.xlsx'), 'fr', signal);
}
