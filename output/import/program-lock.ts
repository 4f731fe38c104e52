import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../../shared/errors.ts';
import { Lock } from '../../shared/run/lock.ts';
import { messages as runMessages } from '../../shared/run/messages.ts';
import { messages } from './messages.ts';

/** Where every account of this machine looks. */
const lockFolder = process.platform === 'win32' ? (process.env.ProgramData ?? tmpdir()) : tmpdir();

/** Reserves a program, so that two imports never overlap on this machine, whatever their state folders. Throws `OutputError`. */
export function lockProgram(program: string): Lock {
  const name = process.platform === 'win32' ? program.toLowerCase() : program;
  const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
  const path = join(lockFolder, `octopus-bridge-import-${id}.lock`);
  try {
    return Lock.take(path, (holder, cause) => {
      const hint = runMessages.stateLockedHint(path);
      return new OutputError(messages.programLocked(program, holder), { hint, cause });
    });
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(messages.lockUnwritable(path), { hint: messages.lockUnwritableHint, cause: error });
  }
}
