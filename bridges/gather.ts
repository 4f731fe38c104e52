import type { ImporterTarget } from '../output/importer/target.ts';
import type { RunFacts } from '../output/manifest.ts';
import type { Asset } from '../shared/asset.ts';
import type { Extraction, Prepared, SoftwareReading } from '../shared/bridge.ts';
import { DataError } from '../shared/errors.ts';
import type { JoinedSpool } from '../shared/extract/join.ts';
import { identityNotices } from '../shared/identity/notices.ts';
import { Judgement, type JudgeRules } from '../shared/judge/judgement.ts';
import { PopulationJudge } from '../shared/population/population.ts';
import type { PopulationRules } from '../shared/population/rules.ts';
import { messages } from '../shared/run/messages.ts';
import type { Progress } from '../shared/run/progress.ts';
import { RunStore } from '../shared/run/store.ts';
import { seriesOf } from './killed-run.ts';
import { cellMaker } from './made-cells.ts';
import { type KeptSoftware, keepSoftware, type SoftwareRules } from './software.ts';
import { version } from './version.ts';

/** How many assets a list of the manifest names; all are counted. */
const named = 1_000;
const progressEvery = 1_000;

/** What reading a source and settling its assets needs; nothing has been contacted yet. */
export interface GatherRequest {
  readonly source: string;
  readonly sample: boolean;
  /** Which devices of those that the bridge keeps are published. */
  readonly population: PopulationRules;
  /** How the run is judged by what was published before; null for the sample, which is not. */
  readonly rules: JudgeRules | null;
  readonly prepared: Prepared;
  readonly target: ImporterTarget;
  /** What to keep of installed software, where the target asks for it. */
  readonly software: SoftwareRules;
  /** Folder for working files, removed by the caller. */
  readonly folder: string;
  /** Where a bridge keeps what the next run can use. */
  readonly stateFolder: string;
  readonly runId: string;
  readonly now: () => Date;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** A source that was read to its end: its assets, settled, on the local disk. */
export interface Gathered {
  readonly store: RunStore;
  /** What the source said, for a run that is kept. */
  readonly spools: readonly JoinedSpool[];
  /** Beside what the series last published; null where the run is not judged. */
  readonly judgement: Judgement | null;
  readonly software: KeptSoftware | null;
  /** What the run knows of itself; the first call ends its clock. */
  readonly facts: () => RunFacts;
  close(): void;
}

/**
 * The way of a record up to the judge: read and spool, join, normalize, store, settle duplicates. Rejects with a
 * `BridgeError`; writes to the working folder alone.
 */
export async function gather(request: GatherRequest): Promise<Gathered> {
  const startedAt = request.now().toISOString();
  const extraction = await request.prepared.extract(request);
  const reading = await readSoftware(request);
  const store = await RunStore.create(request.folder);
  let software: KeptSoftware | null = null;
  const close = () => {
    software?.close();
    store.close();
  };
  try {
    const admission = new PopulationJudge(request.population, request.source);
    const population = await fill(store, extraction, admission, request);
    if (population.assets === 0) throw nothingToPublish(extraction, population);
    const judgement = await judgementOf(request, store);
    const duplicates = store.settleDuplicates(judgement?.past(request.now()));
    const identity = store.identity(named);
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
        excluded: withRetired(population.excluded, identity.leftOutCount),
        duplicates,
        gaveWay: store.losers(named),
        identity,
        decisions: store.decisions(),
        ...admission.facts(),
        notices: [...extraction.notices(), ...admission.notices(), ...identityNotices(identity), ...told],
      }),
    );
    return { store, spools: extraction.spools(), judgement, software, facts, close };
  } catch (error) {
    close();
    throw error;
  }
}

const judgementOf = async (
  { rules, stateFolder, source, target }: GatherRequest,
  { database }: RunStore,
): Promise<Judgement | null> =>
  rules && (await Judgement.open(database, stateFolder, seriesOf(source, target), rules));

/** Devices that are retired are left out for that reason. */
const withRetired = (
  excluded: Readonly<Record<string, number>>,
  retired: number,
): Record<string, number> => ({
  ...excluded,
  ...(retired > 0 && { retiredHere: retired }),
});

/** What is installed, where the target asks for it and the source can tell. */
const readSoftware = async (request: GatherRequest): Promise<SoftwareReading | null> =>
  request.target.software === undefined ? null : ((await request.prepared.software?.(request)) ?? null);

function keep(reading: SoftwareReading, store: RunStore, request: GatherRequest): Promise<KeptSoftware> {
  const { software: rules, folder, progress, signal } = request;
  const target = request.target.software ?? request.target.path;
  return keepSoftware({ reading, assets: listed(store.assets()), rules, folder, target, progress, signal });
}

/** Assets of devices that the source lists: those of retired ones are from another night. */
function* listed(assets: Iterable<Asset>): Generator<Asset> {
  for (const asset of assets) if (asset.life.absentOn === undefined) yield asset;
}

interface Population {
  readonly assets: number;
  readonly excluded: Record<string, number>;
}

async function fill(
  store: RunStore,
  extraction: Extraction,
  admission: PopulationJudge,
  { target, progress, signal }: GatherRequest,
): Promise<Population> {
  // Corrected cells are made once all assets are there.
  const cellsOf = target.overrides ? () => null : cellMaker(target.profile);
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
    store.addDevice(outcome, cellsOf);
    if (outcome.kind === 'asset') assets += 1;
    else excluded[outcome.reason] = (excluded[outcome.reason] ?? 0) + 1;
    if (store.devices.isFull) await store.devices.closeBlock();
  }
  await store.devices.finish();
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
