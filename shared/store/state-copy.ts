import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from './store-copy.ts';

/**
 * Copies the databases of a state folder, each as it was between two transactions. The folder is only read and its lock
 * is not taken: neither does this keep a run from beginning, nor does a run in progress keep this from copying, unless it
 * writes without end. Throws `OutputError` then, or where a file cannot be read.
 */
export async function copyState(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from).filter((each) => each.endsWith('.sqlite')))
    await copyDatabase(join(from, name), join(to, name));
}
