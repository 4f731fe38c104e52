import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { State } from '../shared/run/state.ts';
import { goodLog } from './fakes/data-importer.ts';
import { type ImportSite, importSite, removeImportSites } from './fakes/import-site.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

afterAll(removeImportSites);

const started = ['Démarrage {start}'];
const atWork = (site: ImportSite) =>
  vi.waitFor(() => expect(site.call()?.child).toBeGreaterThan(0), { timeout: 20_000 });

describe('an import that is stopped', () => {
  it.concurrent('by its time limit: with everything that DataImporter has started', async () => {
    const settings = ['timeLimitMinutes: 0.03'];
    const site = await importSite({ behaviour: { hangs: true, log: started }, settings });
    const before = site.published();
    const { code, result, stderr } = await site.json();
    expect({ code, failure: result.failure?.code }).toEqual({ code: 7, failure: 'time-limit' });
    expect(stderr).toMatch(/stopped after 0\.03 min; part of the rows may have been imported/);
    expect(stderr).toMatch(/What to do: .*timeLimitMinutes.*duplicates nothing/);
    expect(result.log?.lines).toBe(1);
    expect(site.childRuns()).toBe(false);
    expect(site.published()).toEqual(before);
    expect(readdirSync(site.state).sort()).toEqual(['imports', 'journal.ndjson']);
    expect(site.journal()).toEqual([expect.objectContaining({ exitCode: 7 })]);
    expect(site.leaks({ stdout: JSON.stringify(result), stderr })).toEqual([]);
  });

  it.concurrent.each([
    ['Ctrl-C', 'SIGINT'],
    ['closing its window', 'SIGHUP'],
  ] as const)('by %s: and says honestly what may have happened', async (_, signal) => {
    const site = await importSite({ behaviour: { hangs: true, log: started } });
    const before = site.published();
    const running = site.start();
    await atWork(site);
    running.interrupt(signal);
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    expect(ended.stderr).toContain('part of the rows may have been imported');
    expect(ended.stderr).toMatch(/What to do: .*duplicates nothing/);
    expect(ended.stderr).not.toContain('nothing changed');
    expect(site.childRuns()).toBe(false);
    expect(site.published()).toEqual(before);
    expect(site.journal()).toEqual([expect.objectContaining({ exitCode: 130 })]);
    expect(site.leaks(ended)).toEqual([]);
  });
});

describe('the locks of an import', () => {
  it.concurrent('keep a second one out, also with another state folder', async () => {
    const site = await importSite({ behaviour: { hangs: true } });
    const running = site.start();
    await atWork(site);
    const same = await site.run();
    const other = await site.run('--state', join(site.home, 'other'));
    running.interrupt();
    await running.ended;
    expect([same.code, other.code]).toEqual([6, 6]);
    expect(same.stderr).toMatch(/Another run \(process \d+\) is using the state folder/);
    expect(other.stderr).toMatch(/Another import \(process \d+\) is using .*DataImporterApp\.exe/);
    expect(site.journal()).toHaveLength(1);
  });

  it.concurrent('hold while DataImporter outlives its import', async () => {
    const site = await importSite({ behaviour: { hangs: true } });
    const running = site.start();
    await atWork(site);
    running.kill();
    await running.ended;
    const [, importer = ''] = readFileSync(join(site.state, 'lock'), 'utf8').split('\n');
    for (const args of [[], ['--state', join(site.home, 'other')]]) {
      const { code, stderr } = await site.run(...args);
      expect(code).toBe(6);
      expect(stderr).toContain(`process ${importer}`);
    }
    process.kill(-Number(importer), 'SIGKILL');
    await vi.waitFor(() => expect(site.childRuns()).toBe(false));
  });

  it('let the next run in when every process that they name is gone', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lock'), '999999999\n999999998');
    const state = new State(folder, 'run');
    state.lock.shareWith(999999999);
    state.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stay for a process that shares them', () => {
    const folder = temporaryFolder();
    const state = new State(folder, 'run');
    state.lock.shareWith(process.ppid);
    state.close();
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(String(process.ppid));
    expect(() => new State(folder, 'next')).toThrow(`process ${process.ppid}`);
  });
});

describe('the logs that are kept', () => {
  it('are those of thirty days', async () => {
    const site = await importSite();
    const folder = join(site.state, 'imports');
    mkdirSync(folder, { recursive: true });
    for (const days of [29, 31]) {
      const path = join(folder, `${days}.log`);
      writeFileSync(path, goodLog.join('\n'));
      const time = new Date(Date.now() - days * 86_400_000);
      utimesSync(path, time, time);
    }
    expect((await site.run()).code).toBe(0);
    expect(existsSync(join(folder, '29.log'))).toBe(true);
    expect(existsSync(join(folder, '31.log'))).toBe(false);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
