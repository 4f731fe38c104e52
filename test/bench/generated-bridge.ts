import { intune } from '../../bridges/intune/index.ts';
import type { Bridge, Prepared } from '../../shared/bridge.ts';
import { readSampleCatalogue } from '../../shared/sample/catalogue.ts';
import { Secrets } from '../../shared/secret.ts';
import { type FleetContent, GeneratedFleet } from '../fakes/generated-fleet.ts';
import { clientSecret } from '../fakes/graph/application.ts';
import { settingsFor } from '../fakes/graph/client.ts';
import { lansweeperFleet } from '../fakes/lansweeper-fleet.ts';
import { sccmFleet } from '../fakes/sccm-fleet.ts';
import { lansweeper, sccm, type TestedBridge } from '../fakes/sql-bridge.ts';

const sqlFleets: readonly (readonly [TestedBridge, FleetContent])[] = [
  [sccm, sccmFleet],
  [lansweeper, lansweeperFleet],
];

/** The bridges that can be run over a generated fleet. */
export const generatedBridges = ['sccm', 'lansweeper', 'intune'] as const;

/** A bridge before so many devices: rows made while they are read, or for Intune a server at `root`. */
export function preparedBridge(name: string, devices: number, root: string): Prepared {
  const secrets = new Secrets({ GRAPH_SECRET: clientSecret });
  const request = { settings: null, rules: null, people: 'full' as const, siteFolder: null, secrets };
  if (name === intune.name)
    return intune.prepare({ ...request, settings: intune.settings.parse(settingsFor({ root })) });
  return sqlBridge(name, devices).prepare(request);
}

function sqlBridge(name: string, devices: number): Bridge {
  const [bridge, content] = sqlFleets.find(([{ name: known }]) => known === name) ?? [];
  if (!bridge || !content) throw new TypeError(`no generated fleet for ${name}`);
  const views = [...readSampleCatalogue(bridge.sampleFolder)].map(
    ([view, columns]) =>
      [
        `dbo.${view}`.toLowerCase(),
        new Set([...columns.keys()].map((column) => column.toLowerCase())),
      ] as const,
  );
  return bridge.over(new GeneratedFleet(devices, content, new Map(views)));
}
