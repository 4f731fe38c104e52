import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { intune } from '../../bridges/intune/index.ts';
import { readSampleTenant } from '../../bridges/intune/sample-tenant.ts';
import type { Asset } from '../../shared/asset.ts';
import type { Extraction, InstalledSoftware, Outcome, Prepared } from '../../shared/bridge.ts';
import type { Item } from '../../shared/graph/source.ts';
import type { Tenant } from '../../shared/graph/tenant.ts';
import type { PeopleMode } from '../../shared/people/mode.ts';
import { Secrets } from '../../shared/secret.ts';
import { clientSecret } from './graph/application.ts';
import { settingsFor } from './graph/client.ts';
import { type GraphServer, type GraphServerOptions, startGraphServer } from './graph/server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const devicesPath = '/v1.0/deviceManagement/managedDevices';
const overviewPath = '/v1.0/deviceManagement/managedDeviceOverview';

/** What a test's tenant has that the sample has not. */
export interface ReadingChanges {
  readonly tenant?: Tenant;
  readonly server?: Partial<GraphServerOptions>;
  readonly settings?: object;
  readonly rules?: object;
  /** `full` without it. */
  readonly people?: PeopleMode;
}

/** The bridge before a Graph over HTTPS; each night reads anew, with the state folder of the one before. */
export class IntuneReading {
  readonly server: GraphServer;
  readonly stateFolder: string;
  readonly #changes: ReadingChanges;
  #night = 0;

  constructor(server: GraphServer, changes: ReadingChanges) {
    this.server = server;
    this.#changes = changes;
    this.stateFolder = temporaryFolder();
  }

  async night(): Promise<Night> {
    const extraction = await this.#prepared().extract(this.#run());
    return new Night(extraction, [...extraction.outcomes()]);
  }

  async software(): Promise<InstalledSoftware[]> {
    const installed: InstalledSoftware[] = [];
    const reading = await this.#prepared().software?.(this.#run());
    for await (const each of reading?.installed() ?? []) installed.push(each);
    return installed;
  }

  /** What Graph was asked, each as `METHOD path`, without queries and ids. */
  asked(): string[] {
    const graph = this.server.records.arrivals.filter(({ part }) => part === 'graph');
    return graph.map(({ method, path }) => `${method} ${path.replace(/[?(].*/, '')}`);
  }

  #prepared(): Prepared {
    const { settings, rules = null, people = 'full' } = this.#changes;
    const intuneSettings = settingsFor(this.server, { pauseSeconds: 0, attempts: 2, ...settings });
    const secrets = new Secrets({ GRAPH_SECRET: clientSecret });
    return intune.prepare({
      settings: intune.settings.parse(intuneSettings),
      rules,
      people,
      siteFolder: null,
      secrets,
    });
  }

  #run() {
    this.#night += 1;
    const folder = join(this.stateFolder, `run-${this.#night}`);
    mkdirSync(folder);
    return {
      folder,
      stateFolder: this.stateFolder,
      progress: () => {},
      signal: new AbortController().signal,
    };
  }
}

/** What one night gave. */
export class Night {
  readonly extraction: Extraction;
  readonly outcomes: readonly Outcome[];

  constructor(extraction: Extraction, outcomes: readonly Outcome[]) {
    this.extraction = extraction;
    this.outcomes = outcomes;
  }

  /** Assets by the first eight digits of their id. */
  get assets(): Readonly<Record<string, Asset>> {
    const assets = this.outcomes.flatMap((each) => (each.kind === 'asset' ? [each.explained.asset] : []));
    return Object.fromEntries(assets.map((asset) => [asset.identity.sourceId.slice(0, 8), asset]));
  }

  get excluded(): Readonly<Record<string, number>> {
    const reasons = this.outcomes.flatMap((each) => (each.kind === 'excluded' ? [each.reason] : []));
    return Object.fromEntries(
      [...new Set(reasons)].map((reason) => [reason, reasons.filter((each) => each === reason).length]),
    );
  }

  get notices(): readonly string[] {
    return this.extraction.notices().map(({ code }) => code);
  }
}

export async function startReading(changes: ReadingChanges = {}): Promise<IntuneReading> {
  const server = await startGraphServer({ tenant: changes.tenant ?? readSampleTenant(), ...changes.server });
  onTestFinished(() => server.close());
  return new IntuneReading(server, changes);
}

const sample = readSampleTenant();

/** The devices of the sample, by the first eight digits of their id. */
export const sampleDevices: ReadonlyMap<string, Item> = new Map(
  (sample.collections[devicesPath] ?? []).map((device) => [String(device.id).slice(0, 8), device]),
);

/** A tenant of these devices, each with a row of the report unless `reported` says how many have one. */
export function tenantOf(
  devices: readonly Item[],
  { reported = devices.length, counted = devices.length, pageSize = 1_000 } = {},
): Tenant {
  const rows = devices.slice(0, reported).map(({ id, userPrincipalName: upn }) => ({
    DeviceId: String(id),
    UPN: String(upn ?? ''),
  }));
  return {
    pageSize,
    documents: { [overviewPath]: { enrolledDeviceCount: counted } },
    collections: { [devicesPath]: devices },
    reports: { DevicesWithInventory: rows, Devices: [], AppInvRawData: [] },
  };
}

/** So many devices, alike but for id, name and serial. */
export const manyDevices = (count: number, changes: (number: number) => object = () => ({})): Item[] =>
  Array.from({ length: count }, (_, number) => ({
    ...sampleDevices.get('00050001'),
    id: `${number.toString(16).padStart(8, '0')}-5a31-4c0e-9d27-b8e604f1c2a9`,
    deviceName: `PC-${number}`,
    serialNumber: `SN${String(number).padStart(6, '0')}`,
    ...changes(number),
  }));
