import type { Finding } from '../../finding.ts';
import { type Questioner, undetermined } from './question.ts';
import { serverMessages as messages } from './server-messages.ts';
import { systemQuery } from './system-queries.ts';

/** SQL Server 2014. */
const oldestMajor = 12;

/** Version and edition of the server. */
export async function serverFinding(questioner: Questioner): Promise<Finding> {
  const answer = await questioner.ask(systemQuery('server'));
  const subject = messages.server;
  if ('unknown' in answer) return undetermined('server-unknown', subject, answer.unknown);
  const version = String(answer.row.version ?? '?');
  const edition = String(answer.row.edition ?? '?');
  const facts = { version, edition };
  if (Number.parseInt(version, 10) < oldestMajor) {
    const text = messages.serverOld(version);
    return { code: 'server-old', level: 'warning', subject, text, hint: messages.serverOldHint, facts };
  }
  return { code: 'server', level: 'ok', subject, text: messages.serverVersion(version, edition), facts };
}

/**
 * Whether reading waits for the product's writing.
 * sys.databases.is_read_committed_snapshot_on; snapshot_isolation_state: 0 off, 1 on, 2 and 3 in transition.
 */
export async function lockFinding(questioner: Questioner): Promise<Finding> {
  const answer = await questioner.ask(systemQuery('rowVersioning'));
  const subject = messages.locks;
  if ('unknown' in answer) return undetermined('row-versioning-unknown', subject, answer.unknown);
  const { readCommittedSnapshot, snapshotIsolation } = answer.row;
  const versioned = Boolean(readCommittedSnapshot);
  const text = versioned ? messages.versioned : messages.locking;
  const facts = { readCommittedSnapshot: versioned, snapshotIsolation: Number(snapshotIsolation) === 1 };
  return { code: 'row-versioning', level: 'ok', subject, text, facts };
}
