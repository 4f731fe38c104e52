import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentsOf, type Ended, runBridge } from './fakes/command.ts';
import type { OctopusOptions } from './fakes/octopus-api.ts';
import {
  heldRows,
  type OctopusSite,
  type Published,
  publishSample,
  secretsIn,
  withOctopus,
} from './fakes/octopus-site.ts';
import { execute, lists, readbackFaults, token } from './readback-faults.ts';

vi.setConfig({ maxConcurrency: 8, testTimeout: 120_000 });

let published: Published;
beforeAll(async () => {
  published = await publishSample();
});
afterAll(() => published.close());

interface Outcome extends Ended {
  /** Calls that the server saw. */
  readonly calls: readonly string[];
}

/** Runs the command over the CSV, and proves what holds of every run: no secret told, no published file changed. */
function readBack(options: OctopusOptions, changes = {}, args: readonly string[] = []): Promise<Outcome> {
  return observed(options, changes, (site) => site.run(published.csv, ...args));
}

function observed(
  options: OctopusOptions,
  changes: Readonly<Record<string, unknown>>,
  run: (site: OctopusSite) => Promise<Ended>,
): Promise<Outcome> {
  const before = contentsOf(published.folder);
  return withOctopus(published, { rows: heldRows(published.rows), ...options }, changes, async (site) => {
    const ended = await run(site);
    expect(secretsIn(ended.stdout + ended.stderr, site.octopus)).toEqual([]);
    expect(contentsOf(published.folder)).toEqual(before);
    const { calls } = site.octopus;
    for (const { path, asked } of calls)
      expect(asked).toEqual(path === '/api/auth/apitoken' ? ['ApplicationKey'] : []);
    return { ...ended, calls: calls.map(({ method, path }) => `${method} ${path}`) };
  });
}

describe('reading back', () => {
  it.concurrent('finds everything that was sent, with two calls', async () => {
    const { code, stdout, stderr, calls } = await readBack({});
    expect({ code, stderr, calls }).toEqual({ code: 0, stderr: '', calls: [token, execute] });
    const sent = published.rows.length;
    expect(stdout).toContain(
      `[ok]       found                 ${sent} of ${sent}, compared by name, serial, type.`,
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Octopus holds everything that was sent: ${sent} CIs.`);
  });

  it.concurrent('reads a workbook, finds the list by its name, and tells every difference with 0', async () => {
    const [gone, serial, type, name, ...same] = heldRows(published.rows);
    const stranger = { Nom: 'PHOTOCOPIEUR', 'No de série': 'X1Y2Z3', Type: 'Imprimante' };
    const rows = [
      { ...serial, 'No de série': 'AUTRE\u001b[31m1' },
      { ...type, Nom: ` ${String(type?.Nom).toLowerCase()}`, Type: 'Imprimante' },
      { ...name, Nom: 'ANCIEN-NOM' },
      stranger,
      ...same,
    ];
    const run = (site: OctopusSite) => site.run(published.workbook, '--json');
    const { code, stdout, calls } = await observed({ rows }, { list: { name: 'Relecture' } }, run);
    expect({ code, calls }).toEqual({ code: 0, calls: [token, lists, execute] });
    const report = JSON.parse(stdout);
    const counts = { found: same.length, missing: 1, otherName: 1, otherSerial: 1, otherType: 1 };
    const sent = published.rows.length;
    expect(report).toMatchObject({ file: published.workbook, agrees: false, sent, held: sent, ...counts });
    const items = report.findings.flatMap(({ code, level, facts }: Record<string, never>) =>
      level === 'warning' ? [[code, Object(facts).items]] : [],
    );
    expect(items).toEqual([
      ['missing', [gone?.Nom]],
      ['other-name', [`${name?.Nom} → ANCIEN-NOM`]],
      ['other-serial', [`${serial?.Nom} (${serial?.['No de série']} → AUTRE [31m1)`]],
      ['other-type', [`${type?.Nom} (${type?.Type} → Imprimante)`]],
    ]);
  });

  it.concurrent('names twenty of many, counts all, and speaks French', async () => {
    const { code, stdout } = await readBack({ rows: [] }, {}, ['--lang', 'fr']);
    const sent = published.rows.length;
    expect(code).toBe(0);
    expect(stdout).toContain('[attention]  Octopus               La liste 42 est vide.');
    expect(stdout).toMatch(new RegExp(`absents de la liste : ${sent} : (\\S+, ){20}… \\(\\+${sent - 20}\\)`));
    expect(stdout).toContain(
      `${sent} CI sur ${sent} diffèrent. Rien n’a changé ; le code de sortie reste 0.`,
    );
  });

  it.concurrent('warns of a round number of rows, which may be a page', async () => {
    const { code, stdout } = await readBack({ rows: heldRows(published.rows).slice(0, 50) });
    expect(code).toBe(0);
    expect(stdout).toContain('List 42 gave exactly 50 rows: perhaps only a first page.');
  });

  it.concurrent('gets a new token when the first one is refused', async () => {
    const fault = { at: 'execute', kind: 'status', status: 401, once: true } as const;
    const { code, calls } = await readBack({ fault });
    expect({ code, calls }).toEqual({ code: 0, calls: [token, execute, token, execute] });
  });

  it.concurrent('speaks http with this machine', async () => {
    expect((await readBack({ plain: true }, { certificateAuthority: undefined })).code).toBe(0);
  });
});

describe('a fault of reading back', () => {
  it.concurrent.each(readbackFaults)(
    '%s: its exit code, what and what to do',
    async (_, options, changes, ends, says, advises) => {
      const { code, stdout, stderr, calls } = await readBack(options, changes);
      expect({ code, calls }).toEqual(ends);
      const [said = '', advised = ''] = stderr.split('\nWhat to do: ');
      expect(said).toContain(says);
      expect(advised).toContain(advises);
      expect(stdout).toBe('');
    },
  );

  it.concurrent('Ctrl-C ends it at once with 130', async () => {
    const { code, stderr, calls } = await observed(
      { fault: { at: 'execute', kind: 'silence' } },
      {},
      async ({ octopus, start }) => {
        const running = start(published.csv);
        await vi.waitFor(() => expect(octopus.calls).toHaveLength(2), { timeout: 60_000 });
        running.interrupt();
        return running.ended;
      },
    );
    expect({ code, calls }).toEqual({ code: 130, calls: [token, execute] });
    expect(stderr).toContain('Interrupted: nothing changed');
  });

  it.concurrent('a configuration without the block ends with 2', async () => {
    const config = join(published.home, 'without.yaml');
    writeFileSync(config, 'language: en\n');
    const { code, stderr } = await runBridge(['readback', published.csv, '--config', config]);
    expect(code).toBe(2);
    expect(stderr).toContain('has no block octopusApi: reading back is not switched on.');
    expect(existsSync('docs/readback.md')).toBe(true);
  });
});
