import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentedFaults } from './fakes/documented-faults.ts';
import { faultTable } from './fakes/fault-case.ts';
import { graphDifferences } from './fakes/graph-fault-case.ts';
import { type GraphGround, openGraphGround, runGraphFault } from './fakes/graph-fault-run.ts';
import { graphFaults } from './graph-faults.ts';

// Each case starts the command: side by side, they cost what the processor needs for them.
vi.setConfig({ maxConcurrency: 6, testTimeout: 180_000 });

let ground: GraphGround;
beforeAll(async () => {
  ground = await openGraphGround();
});
afterAll(() => ground.close());

describe('a fault between the command and Microsoft Graph', () => {
  for (const fault of graphFaults)
    it.concurrent(`${fault.fault}: exit ${fault.exitCode}`, async () => {
      expect(graphDifferences(fault, await runGraphFault(fault, ground))).toEqual([]);
    });
});

describe('docs/faults.md', () => {
  it('has the table of the faults of Microsoft Graph', () => {
    expect(documentedFaults('Microsoft Graph')).toEqual(faultTable(graphFaults));
  });
});
