import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Running, runBridge } from './fakes/command.ts';
import { clientSecret } from './fakes/graph/application.ts';
import { endIntuneSites, startIntuneSite } from './fakes/intune-site.ts';
import { openPlanningSite, type PlanningSite } from './fakes/planning-site.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let planning: PlanningSite;
/** What happens when the server is asked for the disks. */
let atDisks = () => {};
beforeAll(async () => {
  planning = await openPlanningSite((sql) => {
    if (sql.includes('v_GS_DISK')) atDisks();
  });
  expect(await planning.night()).toMatchObject({ code: 0 });
  planning.change('DELETE FROM dbo.v_R_System WHERE ResourceID % 2 = 0');
  mkdirSync(join(planning.site.home, 'plans'));
});
afterAll(async () => {
  await Promise.all([planning.close(), endIntuneSites()]);
});

/** What a plan file is called, in a folder of its own. */
const plans = (name: string) => join(planning.site.home, 'plans', name);

/** Everything but the folder of the plans. */
function rest(): Record<string, string> {
  const entries = Object.entries(planning.tree()).filter(([path]) => !path.startsWith(plans('.')));
  return Object.fromEntries(entries);
}

describe('a plan', () => {
  it('writes nothing but its file, refused as it is, in any form, several at a time', async () => {
    const before = rest();
    const forms = ['plan.xlsx', 'plan.html', 'plan.json'];
    const ended = await Promise.all([
      planning.plan(),
      ...forms.map((name) => planning.plan('--out', plans(name))),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([5, 5, 5, 5]);
    expect(ended.map(({ stdout }) => stdout.length > 500)).toEqual([true, true, true, true]);
    expect(rest()).toEqual(before);
    expect(readdirSync(plans('.')).sort()).toEqual(forms.toSorted());
  });

  it('makes no state folder', async () => {
    const before = rest();
    const never = join(planning.site.home, 'never');
    expect(await planning.plan('--state', never)).toMatchObject({ code: 0 });
    expect(existsSync(never)).toBe(false);
    expect(rest()).toEqual(before);
  });

  it('that cannot be read to its end leaves the last plan, and nothing else', async () => {
    writeFileSync(plans('last.json'), 'the last plan');
    const config = join(planning.site.home, 'wrong.yaml');
    const text = readFileSync(planning.config, 'utf8').replace(/port: \d+/, 'port: 1');
    writeFileSync(config, text);
    const before = planning.tree();
    expect(await planning.plan('--config', config, '--out', plans('last.json'))).toMatchObject({
      code: 4,
      stdout: '',
    });
    expect(planning.tree()).toEqual(before);
  });

  it('that is interrupted leaves nothing', async () => {
    const before = planning.tree();
    let running: Running | null = null;
    atDisks = () => running?.interrupt();
    running = planning.startPlan('--out', plans('last.json'), '--lang', 'en');
    const { code, stdout, stderr } = await running.ended;
    atDisks = () => {};
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/Interrupted: nothing changed/);
    expect(planning.tree()).toEqual(before);
  });

  it.each([
    [
      'the published file',
      () => planning.file.replace('.csv', '.manifest.json'),
      /published for DataImporter/,
    ],
    ['another file of a published set', () => join(planning.site.folder, 'Other.XLSX'), /published for/],
    ['a name that is no plan', () => plans('plan.csv'), /no name for a plan/],
  ])('refuses to be %s, before anything is read', async (_, path, said) => {
    const manifest = planning.file.replace('.csv', '.manifest.json');
    const described = JSON.parse(readFileSync(manifest, 'utf8'));
    const file = { name: 'other.xlsx', bytes: 1, sha256: '0'.repeat(64), rows: 1 };
    writeFileSync(
      join(planning.site.folder, 'other.manifest.json'),
      JSON.stringify({ ...described, files: [file] }),
    );
    const before = planning.tree();
    const connections = planning.site.server.records.connections;
    const { code, stderr } = await planning.plan('--out', path(), '--lang', 'en');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(said) });
    expect(planning.site.server.records.connections).toBe(connections);
    expect(planning.tree()).toEqual(before);
  });

  it('of Intune reads the details that the last run kept, and leaves them as they are', async () => {
    const site = await startIntuneSite({ settings: { enrich: { perDay: 5 } } });
    expect(await site.extract('assets.csv')).toMatchObject({ code: 0 });
    const cache = join(site.home, 'bridge-state', 'intune-details.sqlite');
    const before = readFileSync(cache);
    const batches = () => site.server.records.arrivals.filter(({ path }) => path === '/beta/$batch').length;
    const asked = batches();
    expect(asked).toBeGreaterThan(0);
    const config = join(site.home, 'bridge.yaml');
    const { code, stdout } = await runBridge(['plan', 'intune', '--config', config, '--json'], {
      GRAPH_SECRET: clientSecret,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).counts).toMatchObject({ add: 0, modify: 0, blank: 0, missing: 0 });
    expect(batches()).toBe(asked);
    expect(readFileSync(cache).equals(before)).toBe(true);
  });
});
