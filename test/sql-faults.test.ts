import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentedFaults } from './fakes/documented-faults.ts';
import { differences, type FaultCase, faultTable, givenUp } from './fakes/fault-case.ts';
import { type Ground, openGround, runFault } from './fakes/fault-run.ts';
import { faults } from './faults.ts';

// Most cases wait for their server or for the next reading: many at a time cost little.
vi.setConfig({ maxConcurrency: 16, testTimeout: 180_000 });

const waits = ({ says }: FaultCase) => Number(says.startsWith(givenUp));
const slowFirst = faults.toSorted((a, b) => waits(b) - waits(a));

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

describe('a fault between the command and SQL Server', () => {
  for (const fault of slowFirst)
    it.concurrent(`${fault.fault}: exit ${fault.exitCode}`, async () => {
      expect(differences(fault, await runFault(fault, ground))).toEqual([]);
    });
});

describe('docs/faults.md', () => {
  it('has the table of the faults of SQL Server', () => {
    expect(documentedFaults('SQL Server')).toEqual(faultTable(faults));
  });
});
