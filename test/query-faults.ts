import { messages } from '../shared/sql/messages.ts';
import { type FaultCase, givenUp, interrupted, seen, sqlError } from './fakes/fault-case.ts';
import { password } from './fakes/source-site.ts';
import type { CallFault } from './fakes/tds/faults.ts';
import type { Records } from './fakes/tds/records.ts';
import type { SqlMessage } from './fakes/tds/reply.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

/** The section that faults befall; others are read before, beside and after it. */
const disk = /v_GS_DISK\b/;
const diskFile = 'queries/sccm/disk.sql';
/** Rows of it that arrive before those faults that come in the middle. */
const afterRows = 20;
/** What a connection is told before each query. */
const politeness = /LOCK_TIMEOUT/;
const catalogue = /INFORMATION_SCHEMA/;
const patient = { idleSeconds: 3 };
const forever = 3_600_000;

const onDisk = (fault: CallFault) => ({ faults: [{ ...fault, matching: disk }] });
const silentBetween = { faults: [{ kind: 'delay' as const, milliseconds: forever, matching: politeness }] };

/** A query that breaks every time. */
const broken = (fault: string, how: CallFault, says: string, rest: Partial<FaultCase> = {}): FaultCase => ({
  fault,
  server: onDisk(how),
  settings: patient,
  exitCode: 4,
  says: `${givenUp} ${diskFile}: ${says}`,
  advises: messages.connectionLostHint.en,
  ...seen(disk, 3),
  ...rest,
});

/** Faults that last: read three times. */
const lasting: readonly FaultCase[] = [
  // The driver falls silent or breaks off, by the way the bytes arrive.
  broken('bytes that are no packet, after some rows', { kind: 'garbage-packet', afterRows }, ''),
  broken('silence after some rows', { kind: 'stall', afterRows }, 'no data for 3 s.', { cancelled: true }),
  broken('silence before the first row', { kind: 'delay', milliseconds: forever }, 'no data for 3 s.', {
    cancelled: true,
  }),
  broken(
    'the connection ends after some rows',
    { kind: 'fin', afterRows },
    'the connection was lost while reading:',
  ),
  broken(
    'the connection breaks (RST) after some rows',
    { kind: 'reset', afterRows },
    'the connection was lost while reading:',
  ),
  broken(
    'bytes that are no token, after some rows',
    { kind: 'garbage-token', afterRows },
    'the server sent bytes that make no sense: Unknown type: 0',
    { advises: messages.unintelligibleHint.en },
  ),
  {
    fault: 'silence between two queries',
    server: silentBetween,
    settings: patient,
    exitCode: 4,
    says: `${givenUp} localhost: no data for 3 s.`,
    advises: messages.unreachableHint.en,
    ...seen(politeness, 3),
  },
  {
    fault: 'the server stops between two sections',
    meanwhile: { matching: disk, act: 'the server stops' },
    exitCode: 4,
    says: `${givenUp} localhost cannot be reached: connect ECONNREFUSED`,
    advises: messages.unreachableHint.en,
    ...seen(disk, 1),
  },
  {
    fault: 'an error of the server that repeats the password',
    server: onDisk({ kind: 'error', error: sqlError(50000, 16, `Tell nobody: ${password}`), afterRows }),
    exitCode: 4,
    says: `${diskFile}: the query failed: Tell nobody: ***`,
    advises: messages.queryFailedHint.en,
    ...seen(disk, 1),
  },
];

const before = ({ error, title, ...rest }: ServerError): FaultCase => ({
  fault: `${title} before the first row`,
  server: onDisk({ kind: 'error', error }),
  ...rest,
});
const inTheMiddle = ({ error, title, ...rest }: ServerError): FaultCase => ({
  fault: `${title} after some rows`,
  server: onDisk({ kind: 'error', error, afterRows }),
  ...rest,
});

interface ServerError extends Omit<FaultCase, 'fault'> {
  readonly error: SqlMessage;
  readonly title: string;
}

const busy = { exitCode: 4, advises: messages.queryInterruptedHint.en, ...seen(disk, 3) };
const wrong = { exitCode: 2, advises: messages.queryRefusedHint.en, ...seen(disk, 1) };

/** What the server refuses or gives up while it answers. */
const errors: readonly FaultCase[] = [
  {
    title: 'deadlock (1205)',
    error: sqlErrors.deadlock,
    says: `${givenUp} ${diskFile}: the server interrupted the query: Transaction`,
    ...busy,
  },
  {
    title: 'lock timeout (1222)',
    error: sqlErrors.lockTimeout,
    says: `${givenUp} ${diskFile}: the server interrupted the query: Lock request`,
    ...busy,
  },
  {
    title: 'SELECT denied (229)',
    error: sqlErrors.denied('v_GS_DISK', 'CM_GH1'),
    exitCode: 3,
    says: `${diskFile}: reading was denied: The SELECT permission was denied`,
    advises: messages.selectDeniedHint('dbo.v_GS_DISK').en,
    ...seen(disk, 1),
  },
  {
    title: 'missing object (208)',
    error: sqlErrors.invalidObject('dbo.v_GS_DISK'),
    says: `${diskFile}: the database does not understand the query: Invalid object name`,
    ...wrong,
  },
  {
    title: 'missing column (207)',
    error: sqlErrors.invalidColumn('Size0'),
    says: `${diskFile}: the database does not understand the query: Invalid column name`,
    ...wrong,
  },
].flatMap((error) => [before(error), inTheMiddle(error)]);

const once = (fault: string, how: CallFault): FaultCase => ({
  fault: `${fault}, once`,
  server: onDisk({ ...how, times: 1 }),
  settings: patient,
  exitCode: 0,
  says: `${diskFile}: read again from its start.`,
  advises: null,
  ...seen(disk, 2),
});

/** Faults that happen once: the section is read again, and the files are those of the sample. */
const passing: readonly FaultCase[] = [
  once('silence after some rows', { kind: 'stall', afterRows }),
  once('bytes that are no packet, after some rows', { kind: 'garbage-packet', afterRows }),
  once('bytes that are no token, after some rows', { kind: 'garbage-token', afterRows }),
  once('the connection ends after some rows', { kind: 'fin', afterRows }),
  once('the connection breaks (RST) after some rows', { kind: 'reset', afterRows }),
  once('deadlock (1205) after some rows', { kind: 'error', error: sqlErrors.deadlock, afterRows }),
  once('lock timeout (1222) before the first row', { kind: 'error', error: sqlErrors.lockTimeout }),
  {
    fault: 'a slow answer',
    server: onDisk({ kind: 'delay', milliseconds: 1_000 }),
    settings: patient,
    exitCode: 0,
    says: '',
    advises: null,
    ...seen(disk, 1),
  },
];

const callsOf = ({ calls }: Records, matching: RegExp) =>
  calls.filter(({ sql }) => matching.test(sql)).length;

/** Ctrl-C: the run ends at once, whatever it waits for. */
const interrupts: readonly FaultCase[] = [
  {
    fault: 'Ctrl-C in the middle of the rows',
    server: onDisk({ kind: 'stall', afterRows }),
    interruptWhen: (records) => callsOf(records, disk) > 0,
    ...interrupted,
    ...seen(disk, 1),
    cancelled: true,
  },
  {
    fault: 'Ctrl-C between two queries',
    server: silentBetween,
    interruptWhen: (records) => callsOf(records, politeness) > 0,
    ...interrupted,
    ...seen(politeness, 1),
  },
  {
    fault: 'Ctrl-C in the pause before another reading',
    server: { faults: [{ kind: 'error', error: sqlErrors.deadlock, matching: catalogue }] },
    interruptWhen: (records) => callsOf(records, catalogue) === 2,
    ...interrupted,
    ...seen(catalogue, 2),
  },
];

/** Everything that can happen to a query. */
export const queryFaults: readonly FaultCase[] = [...lasting, ...errors, ...passing, ...interrupts];
