import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { forgetOldLogs } from '../bridges/retention.ts';
import { appendJournal, type JournalEntry, journalFileName, readJournal } from '../shared/run/journal.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { runBridge } from './fakes/command.ts';
import { compareRun, row } from './fakes/store-run.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

// Every run waits for the disk several times.
vi.setConfig({ testTimeout: 240_000 });

const now = new Date('2026-11-22T12:00:00Z');
const entry = (runId: string, finishedAt: string): JournalEntry => ({
  runId,
  startedAt: finishedAt,
  finishedAt,
  version: '1',
  source: 'sccm',
  sample: false,
  exitCode: 0,
  failure: null,
  counts: null,
  files: [],
});
const idsIn = (folder: string) => readJournal(folder).map(({ runId }) => runId);

describe('the journal', () => {
  it('keeps the lines of so many days, and no damaged one once something goes', () => {
    const folder = temporaryFolder();
    appendJournal(folder, entry('new', '2026-11-21T12:00:00Z'));
    appendFileSync(join(folder, journalFileName), 'not json\n{"runId": 7}\n');
    const before = readFileSync(join(folder, journalFileName), 'utf8');
    forgetOldLogs(folder, 30, now);
    expect(readFileSync(join(folder, journalFileName), 'utf8')).toBe(before);
    appendJournal(folder, entry('old', '2026-10-22T12:00:00Z'));
    forgetOldLogs(folder, 30, now);
    expect(readFileSync(join(folder, journalFileName), 'utf8')).toBe(`${before.split('\n')[0]}\n`);
  });

  it('loses no line to one that a killed process left half written', () => {
    const folder = temporaryFolder();
    appendJournal(folder, entry('one', '2026-11-20T12:00:00Z'));
    appendFileSync(join(folder, journalFileName), '{"runId":"half');
    appendJournal(folder, entry('two', '2026-11-21T12:00:00Z'));
    expect(idsIn(folder)).toEqual(['one', 'two']);
  });

  it('is bounded by every run, as rules.keepLogs says', async () => {
    const folder = temporaryFolder();
    const state = join(folder, 'bridge-state');
    mkdirSync(state);
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
    for (const count of [9, 3]) appendJournal(state, entry(`${count} days`, days(count)));
    writeFileSync(join(folder, 'bridge.yaml'), 'rules: { keepLogs: 5 }\n');
    const args = ['--config', join(folder, 'bridge.yaml'), '--out', join(folder, 'a.csv')];
    expect((await runBridge(['sccm', '--sample', ...args])).code).toBe(0);
    expect(idsIn(state)).toEqual(['3 days', expect.any(String)]);
  });
});

describe('the logs of imports', () => {
  it('are kept for so many days', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'imports'));
    const paths = [31, 29].map((days) => {
      const path = join(folder, 'imports', `${days}.log`);
      writeFileSync(path, 'log');
      const time = new Date(now.getTime() - days * 86_400_000);
      utimesSync(path, time, time);
      return path;
    });
    forgetOldLogs(folder, 30, now);
    expect(paths.map((path) => existsSync(path))).toEqual([false, true]);
  });
});

describe('the store', () => {
  const size = (folder: string) => statSync(join(folder, storeFileName)).size;
  /** A fleet of which a tenth is new every night, and every value another one. */
  const fleet = (night: number, count = 80) =>
    Array.from({ length: count }, (_, at) => {
      const key = at < count / 10 ? `${night}-${at}` : `${at}`;
      return row(key, [`PC-${key}`, `SN-${key}`, `${night} ${'x'.repeat(300)}`]);
    });

  it('does not grow over 200 nights of a fleet that changes', async () => {
    const folder = temporaryFolder();
    const sizes: number[] = [];
    for (let night = 0; night < 200; night += 1) {
      await compareRun(folder, fleet(night));
      sizes.push(size(folder));
    }
    expect(Math.max(...sizes.slice(100))).toBeLessThan(Math.max(...sizes.slice(20, 60)) * 1.1);
    const store = await SiteStore.open(folder);
    const counts =
      'SELECT sum(missing_since IS NULL) AS there, sum(missing_since IS NOT NULL) AS gone FROM item';
    // Those of the remembered runs, and before these as many as are there.
    expect(store.database.get(counts)).toEqual({ there: 80, gone: 80 + 3 * 8 });
    store.close();
  });

  it('gives room back after a night that changed everything is forgotten', async () => {
    const folder = temporaryFolder();
    await compareRun(folder, fleet(0, 1500));
    await compareRun(folder, fleet(1, 1500));
    const large = size(folder);
    for (let night = 2; night < 8; night += 1) await compareRun(folder, fleet(2, 20));
    expect(size(folder)).toBeLessThan(large / 3);
  });
});
