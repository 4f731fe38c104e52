import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import type { Bridge } from '../shared/bridge.ts';
import { ConfigError } from '../shared/errors.ts';
import { nearest } from '../shared/nearest.ts';
import { findDevices, type KeptDevice, knownNames } from '../shared/store/kept-device.ts';
import { findItems, type KeptItem, renamedFrom } from '../shared/store/kept-item.ts';
import type { SiteStore } from '../shared/store/site-store.ts';
import { readStore } from '../shared/store/store-copy.ts';
import type { ExplainArguments } from './commands/explain.ts';
import { configFileName, type LoadedConfig, loadConfig, stateFolder } from './config.ts';
import { messages } from './explain-messages.ts';
import { candidateLines, explanationLines, itemLines } from './explain-report.ts';
import { readSampleStore } from './explain-sample.ts';
import { type Explanation, explainDevice, fileOfSeries } from './explanation.ts';
import type { BridgeEntry } from './registry.ts';
import type { Terminal } from './terminal.ts';

/** Devices that are explained at once; of more, only keys are listed. */
const explainedAtOnce = 3;

/** What somebody asked for: devices explained, more of them than one would read, or what is no longer read. */
export interface Found {
  readonly explained: readonly Explanation[];
  readonly candidates: readonly KeptDevice[];
  readonly items: readonly KeptItem[];
  /** Other files of the source that hold such a device too. */
  readonly elsewhere: readonly string[];
}

/**
 * Tells how the row of a device came to be, from the store, or from the embedded sample. Contacts nothing and writes to
 * the terminal alone. Rejects with `ConfigError` for a device that nobody knows.
 */
export async function explain(
  asked: ExplainArguments,
  bridges: readonly BridgeEntry[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const isThere = !asked.sample && existsSync(configFileName);
  const loaded = await loadConfig(asked.config, asked.config !== undefined || isThere);
  terminal.followConfig(loaded.config.language);
  const entry = bridges.find(({ name }) => name === asked.source);
  if (!entry) throw new Error(`no bridge ${asked.source}: the command line lets none pass`);
  const bridge = await entry.load();
  const look = ({ database }: Pick<SiteStore, 'database'>) => find(database, bridge, asked);
  const found = asked.sample
    ? await readSampleStore({ bridge, loaded, secrets: terminal.secrets, signal }, look)
    : await readSiteStore(asked, loaded, look);
  if (asked.json) {
    const { source, device, sample } = asked;
    terminal.print(JSON.stringify({ source, asked: device, sample, ...found }));
    return;
  }
  const { language } = terminal;
  const blocks = [
    ...found.explained.map((each) => explanationLines(each, { bridge, sample: asked.sample, language })),
    ...found.items.map((each) => itemLines(each, bridge, language)),
    ...(found.candidates.length > 0 ? [candidateLines(found.candidates, language)] : []),
    ...(found.elsewhere.length > 0 ? [[messages.elsewhere(found.elsewhere)[language]]] : []),
  ];
  for (const line of blocks.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))) terminal.print(line);
}

async function readSiteStore(
  asked: ExplainArguments,
  { folder }: LoadedConfig,
  look: (store: Pick<SiteStore, 'database'>) => Found,
): Promise<Found> {
  const state = stateFolder(asked.state, folder);
  const found = await readStore(state, (database) => look({ database }));
  if (found === null)
    throw new ConfigError(messages.storeMissing(state), { hint: messages.storeMissingHint(asked.source) });
  return found;
}

/** What a store knows of what was asked for. Throws `ConfigError` when it knows nothing. */
function find(database: Database, bridge: Bridge, asked: ExplainArguments): Found {
  const { source, device, out } = asked;
  const series = out === undefined ? null : [`${source} ${resolve(out)}`, `${source} ${out}`];
  const ofSeries = <T extends { readonly series: string }>(all: readonly T[]): T[] =>
    all.filter((each) => series === null || series.includes(each.series));
  const names = () => knownNames(database, source);
  const devices = ofSeries(devicesMeant(database, source, device, names));
  const first = devices[0]?.series;
  const here = devices.filter((each) => each.series === first);
  const elsewhere = new Set(devices.map((each) => each.series).filter((each) => each !== first));
  const items = here.length > 0 ? [] : ofSeries(findItems(database, source, device));
  if (here.length + items.length === 0)
    throw new ConfigError(messages.unknown(device, source), {
      hint: messages.nearest(nearest(device, names())),
    });
  const isFew = here.length <= explainedAtOnce;
  return {
    explained: isFew ? here.map((each) => explainDevice(database, bridge, each)) : [],
    candidates: isFew ? [] : here,
    items,
    elsewhere: [...elsewhere].map((each) => fileOfSeries(source, each)),
  };
}

/** Devices by key, name or serial; else by the name in another spelling of its accents, or by one that they had before. */
function devicesMeant(
  database: Database,
  source: string,
  asked: string,
  names: () => readonly string[],
): KeptDevice[] {
  const found = findDevices(database, source, asked);
  if (found.length > 0) return found;
  const spelled = names().find((name) => name.toUpperCase() === asked.toUpperCase());
  if (spelled !== undefined && spelled !== asked) return findDevices(database, source, spelled);
  return renamedFrom(database, source, asked).flatMap((key) => findDevices(database, source, key));
}
