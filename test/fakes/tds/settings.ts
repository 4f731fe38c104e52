import type { Certificate } from './certificates.ts';
import type { FaultPlan } from './faults.ts';
import type { Encryption } from './prelogin.ts';
import type { Records } from './records.ts';
import type { Answer } from './reply.ts';

/** What every session of one server shares. */
export interface Settings {
  readonly answer: Answer;
  readonly encryption: Encryption;
  readonly certificate: Certificate;
  /** Rows that hold a null travel as NBCROW. */
  readonly nullBitmap: boolean;
  readonly faults: FaultPlan;
  readonly records: Records;
  /** Called when a client is gone in the middle of a transaction. */
  readonly gone: () => void;
}
