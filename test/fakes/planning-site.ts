import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSampleDatabase } from '../../shared/sample/database.ts';
import { type Ended, type Running, startBridge } from './command.ts';
import { openSite, password, type Site } from './source-site.ts';
import { catalogueOf, sccm } from './sql-bridge.ts';
import type { Answer } from './tds/reply.ts';
import { sqliteAnswer } from './tds/sqlite-answer.ts';

/** A site whose database changes between a night and a plan, and a temporary folder of its own. */
export interface PlanningSite {
  readonly site: Site;
  /** The file that a night publishes. */
  readonly file: string;
  readonly config: string;
  change(sql: string): void;
  night(...args: readonly string[]): Promise<Ended>;
  plan(...args: readonly string[]): Promise<Ended>;
  startPlan(...args: readonly string[]): Running;
  /** Every file and folder of the site, the temporary folder among them: bytes and times. */
  tree(): Record<string, string>;
  close(): Promise<void>;
}

/** Opens one; `seen` is told every question to the server before it is answered. */
export async function openPlanningSite(
  seen: (sql: string) => void | Promise<void> = () => {},
): Promise<PlanningSite> {
  const { database } = await openSampleDatabase(sccm.sampleFolder);
  const answers = sqliteAnswer(database, catalogueOf(sccm));
  const answer: Answer = async (call) => {
    await seen(call.sql);
    return answers(call);
  };
  const site = await openSite({ answer });
  const temporary = join(site.home, 'temp');
  mkdirSync(temporary);
  const config = join(site.home, 'bridge.yaml');
  const file = join(site.folder, 'assets.csv');
  const places = { TMPDIR: temporary, TEMP: temporary, BRIDGE_TEST_PASSWORD: password };
  const startPlan = (...args: readonly string[]) =>
    startBridge(['plan', 'sccm', '--config', config, '--state', site.state, ...args], places);
  return {
    site,
    file,
    config,
    change: (sql) => database.exec(sql),
    night: (...args) => site.run('--out', file, '--lang', 'en', ...args),
    plan: (...args) => startPlan(...args).ended,
    startPlan,
    tree: () => treeOf(site.home, temporary),
    close: async () => {
      await site.close();
      database.close();
    },
  };
}

/** Time and bytes of everything below a folder, the folder too; of `used`, whose time may change, only what is in it. */
function treeOf(folder: string, used: string): Record<string, string> {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const entries = [folder, ...below.sort()].map((path) => {
    const found = lstatSync(path, { bigint: true });
    const bytes = found.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder';
    return [path, path === used ? bytes : `${found.mtimeNs} ${bytes}`] as const;
  });
  return Object.fromEntries(entries);
}
