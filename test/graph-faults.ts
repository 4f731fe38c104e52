import type { GraphFaultCase } from './fakes/graph-fault-case.ts';
import { listFaults } from './graph-list-faults.ts';
import { loginFaults } from './graph-login-faults.ts';
import { reportFaults } from './graph-report-faults.ts';

/** Every fault of Microsoft Graph that an administrator may meet; `docs/faults.md` has this table. */
export const graphFaults: readonly GraphFaultCase[] = [...loginFaults, ...listFaults, ...reportFaults];
