import { type ImporterFiles, writeImporterFiles } from '../output/importer/files.ts';
import type { ImporterTarget } from '../output/importer/target.ts';
import type { RunFacts } from '../output/manifest.ts';
import type { AssetTable } from '../output/profile/asset-table.ts';
import type { Asset } from '../shared/asset.ts';
import type { Extraction, Prepared, SoftwareReading } from '../shared/bridge.ts';
import { DataError } from '../shared/errors.ts';
import { Judgement, type JudgeRules } from '../shared/judge/judgement.ts';
import { PopulationJudge } from '../shared/population/population.ts';
import type { PopulationRules } from '../shared/population/rules.ts';
import { messages } from '../shared/run/messages.ts';
import type { Progress } from '../shared/run/progress.ts';
import { RunStore } from '../shared/run/store.ts';
import { judgedRows } from './judged-rows.ts';
import { type KeptSoftware, keepSoftware, type SoftwareRules } from './software.ts';
import { version } from './version.ts';

/** How many assets that gave way are named in the manifest; all are counted. */
const losersNamed = 1_000;
const progressEvery = 1_000;

/** Everything that one run needs, checked beforehand; nothing has been contacted yet. */
export interface RunRequest {
  readonly source: string;
  readonly sample: boolean;
  readonly prepared: Prepared;
  readonly target: ImporterTarget;
  /** What to keep of installed software, where the target asks for it. */
  readonly software: SoftwareRules;
  /** Folder for working files, removed by the caller. */
  readonly folder: string;
  /** Where a bridge keeps what the next run can use. */
  readonly stateFolder: string;
  readonly runId: string;
  /** Which devices of those that the bridge keeps are published. */
  readonly population: PopulationRules;
  /** How the run is judged by what was published before; null for the sample, which is not. */
  readonly rules: JudgeRules | null;
  readonly now: () => Date;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** A complete run, as it stands in the manifest, and the files that it published. */
export interface RunResult {
  readonly facts: RunFacts;
  readonly files: ImporterFiles;
}

/**
 * The way of a record: read and spool, join, normalize, store, judge, write, verify, publish. Rejects with a
 * `BridgeError`; what was published before is then unchanged.
 */
export async function run(request: RunRequest): Promise<RunResult> {
  const startedAt = request.now().toISOString();
  const extraction = await request.prepared.extract(request);
  const reading = await readSoftware(request);
  const store = await RunStore.create(request.folder);
  let software: KeptSoftware | null = null;
  try {
    const admission = new PopulationJudge(request.population, request.source);
    const population = await fill(store, extraction, admission, request);
    const duplicates = store.settleDuplicates();
    if (population.assets === 0) throw nothingToPublish(extraction, population);
    software = reading && (await keep(reading, store, request));
    const told = software?.notices ?? [];
    const facts = once(
      (): RunFacts => ({
        tool: { name: 'octopus-bridge', version },
        runId: request.runId,
        source: { name: request.source, sample: request.sample, facts: stated(extraction.facts) },
        startedAt,
        finishedAt: request.now().toISOString(),
        complete: true,
        read: extraction.devices.start,
        readAtEnd: extraction.devices.end,
        retries: extraction.retries + (reading?.retries ?? 0),
        sections: extraction.sections,
        excluded: population.excluded,
        duplicates,
        gaveWay: store.losers(losersNamed),
        decisions: store.decisions(),
        ...admission.facts(),
        notices: [...extraction.notices(), ...admission.notices(), ...told],
      }),
    );
    const assets = () => watched(store.assets(), request);
    const { relations, makers } = store;
    const looseRelations = relations.resolve();
    const further = { relations: () => relations.relations(), looseRelations, makers };
    const { database } = store;
    const { target, source, rules, stateFolder, runId } = request;
    const series = `${source} ${target.path}`;
    const judgement = rules && (await Judgement.open(database, stateFolder, series, rules));
    const judge = (content: AssetTable) => judgement?.judge(judgedRows(store, content, target)) ?? [];
    const content = { assets, facts, judge, further, software: software?.data ?? null };
    const files = await writeImporterFiles(target, content, request.signal);
    const { finishedAt } = facts();
    judgement?.keep({ runId, source, startedAt, finishedAt, manifest: JSON.stringify(facts()) });
    return { facts: facts(), files };
  } finally {
    software?.close();
    store.close();
  }
}

/** What is installed, where the target asks for it and the source can tell. */
const readSoftware = async (request: RunRequest): Promise<SoftwareReading | null> =>
  request.target.software === undefined ? null : ((await request.prepared.software?.(request)) ?? null);

function keep(reading: SoftwareReading, store: RunStore, request: RunRequest): Promise<KeptSoftware> {
  const { software: rules, folder, progress, signal } = request;
  const target = request.target.software ?? request.target.path;
  return keepSoftware({ reading, assets: store.assets(), rules, folder, target, progress, signal });
}

/** Passes assets on, and tells how many now and then. */
function* watched(assets: Iterable<Asset>, { progress, target }: RunRequest): Generator<Asset> {
  let count = 0;
  for (const asset of assets) {
    if (count % progressEvery === 0) progress({ step: 'write', subject: target.path, count });
    count += 1;
    yield asset;
  }
}

interface Population {
  readonly assets: number;
  readonly excluded: Record<string, number>;
}

async function fill(
  store: RunStore,
  extraction: Extraction,
  admission: PopulationJudge,
  { progress, signal }: RunRequest,
): Promise<Population> {
  const excluded: Record<string, number> = {};
  let assets = 0;
  let devices = 0;
  for (const outcome of admission.judged(extraction.outcomes())) {
    devices += 1;
    if (devices % progressEvery === 0) {
      progress({ step: 'normalize', subject: '', count: devices });
      await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C in
      signal.throwIfAborted();
    }
    if (outcome.kind === 'excluded') excluded[outcome.reason] = (excluded[outcome.reason] ?? 0) + 1;
    else {
      store.add(outcome.explained);
      assets += 1;
    }
  }
  const stale = admission.settle(store);
  return { assets: assets - stale, excluded: stale > 0 ? { ...excluded, stale } : excluded };
}

function nothingToPublish({ devices }: Extraction, { excluded }: Population): DataError {
  const count = Object.values(excluded).reduce((sum, each) => sum + each, 0);
  return new DataError(messages.nothingToPublish(devices.start, count), {
    hint: messages.nothingToPublishHint,
  });
}

/** The first answer of a function, every time. */
function once<T>(answer: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: answer() };
    return known.value;
  };
}

/** What the source says of itself, without what it does not say. */
function stated(facts: Extraction['facts']): Record<string, string> {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
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
