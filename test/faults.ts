import { connectionFaults } from './connection-faults.ts';
import type { FaultCase } from './fakes/fault-case.ts';
import { queryFaults } from './query-faults.ts';

/** Every fault that an administrator may meet; `docs/faults.md` is this table. */
export const faults: readonly FaultCase[] = [...connectionFaults, ...queryFaults];
