import { onTestFinished } from 'vitest';
import type { Item } from '../../shared/graph/source.ts';
import type { Cell, RowSink } from '../../shared/sql/source.ts';
import { type ClientChanges, type Opened, openClient } from './graph/client.ts';
import { type GraphServer, type GraphServerOptions, startGraphServer } from './graph/server.ts';
import { inventedTenant } from './graph/tenant.ts';

export interface Reading extends Opened {
  readonly server: GraphServer;
  readonly signal: AbortSignal;
  /** Every arrival as `part METHOD path token`, without queries. */
  sent(): string[];
}

/** A client and its Graph with 25 devices, gone when the test ends. */
export async function startReading(
  options: Partial<GraphServerOptions> = {},
  changes: ClientChanges = {},
): Promise<Reading> {
  const server = await startGraphServer({ tenant: inventedTenant({ devices: 25 }), ...options });
  const opened = openClient(server, changes);
  onTestFinished(async () => {
    await opened.source.close();
    await server.close();
  });
  const sent = () =>
    server.records.arrivals.map(
      ({ part, method, path, token }) => `${part} ${method} ${path.replace(/\?.*/, '')} ${token}`,
    );
  return { ...opened, server, signal: new AbortController().signal, sent };
}

export const devicesPath = '/v1.0/deviceManagement/managedDevices';

/** Reads a collection, as a bridge does: what a restart forgets is not counted. */
export async function listed({ source, signal }: Reading, path = `${devicesPath}?$top=10`) {
  const items: Item[] = [];
  let restarts = 0;
  const sink = {
    items: (page: readonly Item[]) => void items.push(...page),
    restart: () => {
      items.length = 0;
      restarts += 1;
    },
  };
  await source.list(path, sink, signal);
  return { items, restarts };
}

/** Keeps the rows of a report. */
export class RowKeeper implements RowSink {
  readonly names: string[] = [];
  readonly rows: (readonly Cell[])[] = [];
  restarts = 0;

  columns(names: readonly string[]): void {
    this.names.push(...names);
  }

  row(cells: readonly Cell[]): void {
    this.rows.push(cells);
  }

  restart(): void {
    this.names.length = 0;
    this.rows.length = 0;
    this.restarts += 1;
  }
}
