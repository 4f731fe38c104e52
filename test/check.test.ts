import { describe, expect, it, vi } from 'vitest';
import { systemQueries } from '../shared/sql/check/system-queries.ts';
import { readQuery } from '../shared/sql/read-only.ts';
import { password, startCheckSite } from './fakes/check-site.ts';
import { contentsOf, runBridge } from './fakes/command.ts';
import { isHousekeeping } from './fakes/tds/housekeeping.ts';

const way = [
  'name',
  'port',
  'certificate',
  'login',
  'database',
  'server',
  'row-versioning',
  'site',
  'section',
  'section-found',
];

describe('a check of a source where everything is fine', () => {
  it('says so from the name to the rights, and ends with 0', async () => {
    const site = await startCheckSite();
    const { code, ok, faults, findings } = await site.report();
    expect({ code, ok, faults }).toEqual({ code: 0, ok: true, faults: [] });
    const codes = [...new Set(findings.map((finding) => finding.code))];
    expect(codes).toEqual([...way, 'rights-minimal']);
    expect(findings.filter((finding) => finding.code === 'section')).toHaveLength(37);
    expect(site.server.records.failures).toEqual([]);
  });

  it('tells what it saw in facts', async () => {
    const { findings } = await (await startCheckSite()).report();
    const facts = (code: string, section?: string) =>
      findings.find((finding) => finding.code === code && finding.facts?.section === section)?.facts;
    expect(facts('certificate')).toMatchObject({
      subject: 'sccm.test',
      issuer: 'Test authority',
      fault: null,
    });
    expect(facts('certificate')).toMatchObject({ validUntil: '2099-12-31' });
    expect(facts('site')).toMatchObject({ siteCode: 'GH1', siteType: 'primary', build: 9135 });
    expect(facts('server')).toEqual({ version: '16.0.4135.4', edition: 'Standard Edition (64-bit)' });
    expect(facts('row-versioning')).toEqual({ readCommittedSnapshot: true, snapshotIsolation: true });
    expect(facts('section', 'system')).toMatchObject({ devices: 80, rows: 80, views: ['dbo.v_R_System'] });
    const memory = { rows: 128, devices: 74, coveragePercent: 93, columns: 7 };
    expect(facts('section', 'memory-module')).toMatchObject(memory);
  });

  it('gives the same object twice', async () => {
    const site = await startCheckSite();
    const first = await site.run('--json');
    expect(await site.run('--json')).toEqual(first);
    expect(first.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('sends reading queries only, and writes nothing', async () => {
    const site = await startCheckSite();
    const before = contentsOf(site.home);
    await site.run();
    const sent = site.server.records.calls.map(({ sql }) => sql).filter((sql) => !isHousekeeping(sql));
    expect(sent.filter((sql) => 'refusal' in readQuery(sql))).toEqual([]);
    const { secretColumn: _, ...asked } = systemQueries; // this product keeps its secrets in tables of their own
    for (const query of Object.values(asked)) expect(sent).toContain(query);
    expect(contentsOf(site.home)).toEqual(before);
  });
});

describe('the report for a person', () => {
  it.each([
    [
      'en',
      '[ok]       bios                   96% of devices',
      'An extraction would work. Errors: 0, warnings: 0.',
    ],
    ['fr', '[ok]         bios                   96 % des appareils', 'Une extraction fonctionnerait.'],
  ])('has a line for each finding, in %s', async (language, line, summary) => {
    const { code, stdout, stderr } = await (await startCheckSite()).run('--lang', language);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`\n${line}`);
    expect(stdout.trimEnd().split('\n').at(-1)).toContain(summary);
    expect(stdout.split('\n').filter((each) => each.startsWith('[ok]'))).toHaveLength(47);
  });

  it('says what to do under each finding that asks for something', async () => {
    const site = await startCheckSite({ sql: 'DELETE FROM dbo.v_GS_BATTERY' });
    const lines = (await site.run()).stdout.split('\n');
    const at = lines.findIndex((line) => line.startsWith('[warning]  battery'));
    expect(lines[at]).toContain('Enabled but nothing reported: v_GS_BATTERY is empty.');
    expect(lines[at + 1]).toMatch(/^ {33}What to do: .*client settings/);
  });
});

describe('the command', () => {
  it('follows the language of the configuration, and --lang before it', async () => {
    const site = await startCheckSite({ before: 'language: fr\n' });
    expect((await site.run()).stdout).toContain('Une extraction fonctionnerait');
    expect((await site.run('--lang', 'en')).stdout).toContain('An extraction would work');
  });

  it.each([
    ['an unknown source', ['check', 'nowhere'], 'nowhere'],
    ['no source', ['check'], 'Command line'],
    ['no configuration', ['check', 'sccm', '--config', 'missing.yaml'], 'missing.yaml'],
    ['a script as JSON', ['check', 'sccm', '--json', '--grant-script'], 'grant-script'],
  ])('refuses %s with 2, and says nothing on stdout', async (_, args, said) => {
    const { code, stdout, stderr } = await runBridge(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('refuses a missing secret with 2 before it contacts anything', async () => {
    const site = await startCheckSite();
    const { code, stderr } = await runBridge(['check', 'sccm', '--config', `${site.home}/bridge.yaml`]);
    expect(code).toBe(2);
    expect(stderr).toContain('BRIDGE_TEST_PASSWORD');
    expect(site.server.records.connections).toBe(0);
  });

  it.each([
    ['before the login', { kind: 'hang', at: 'prelogin' }],
    ['at the login', { kind: 'hang', at: 'login' }],
    ['in a section', { kind: 'stall', afterRows: 1, matching: /v_GS_DISK/ }],
  ] as const)('ends at once with 130 when it is interrupted %s', async (_, fault) => {
    const site = await startCheckSite({ server: { faults: [fault] } });
    const { records } = site.server;
    const running = site.start();
    const reached = {
      prelogin: () => records.connections > 0,
      login: () => records.logins.length > 0,
      section: () => records.calls.some(({ sql }) => sql.includes('v_GS_DISK')),
    }[fault.kind === 'hang' ? fault.at : 'section'];
    await vi.waitFor(() => expect(reached()).toBe(true), { timeout: 20_000 });
    running.interrupt();
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted');
  });

  it.each([[['--lang', 'fr']], [['--lang', 'en']], [['--json']], [['--grant-script']]])(
    'shows no secret with %j, even when the server repeats it',
    async (args) => {
      const message = `Login failed for '${password}'.`;
      const error = { number: 18456, severity: 14, state: 8, message };
      const denied = { number: 229, severity: 14, state: 5, message };
      for (const fault of [
        { kind: 'login-error', error },
        { kind: 'error', error: denied, matching: /v_GS_DISK/ },
      ] as const) {
        const site = await startCheckSite({ server: { faults: [fault] } });
        const { stdout, stderr } = await site.run(...args);
        const spellings = [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)];
        for (const spelling of spellings) expect(stdout + stderr).not.toContain(spelling);
      }
    },
  );
});
