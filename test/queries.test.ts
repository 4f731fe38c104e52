import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, runBridge } from './fakes/command.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const shipped = readdirSync(join('queries', 'sccm')).map((name) => name.replace('.sql', ''));
const textOf = (section: string) => readFileSync(join('queries', 'sccm', `${section}.sql`), 'utf8');

/** A folder of a site, its own queries, and the command beside its configuration. */
function site(own: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const queries = join(folder, 'queries', 'sccm');
  if (Object.keys(own).length > 0) mkdirSync(queries, { recursive: true });
  for (const [section, text] of Object.entries(own)) writeFileSync(join(queries, `${section}.sql`), text);
  const run = (...args: readonly string[]) =>
    runBridge(['queries', ...args, '--config', join(folder, 'bridge.yaml')]);
  return { folder, queries, run };
}

describe('bridge queries', () => {
  it('list names every section, and which are copies of the site', async () => {
    const { run, queries } = site({ bios: textOf('bios') });
    const { code, stdout } = await run('list', 'sccm');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(shipped.sort());
    expect(lines.filter((line) => line.includes(join(queries, 'bios.sql')))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith('shipped query'))).toHaveLength(shipped.length - 1);
  });

  it('show prints the text in use', async () => {
    const own = `${textOf('bios').trimEnd()} -- ours\n`;
    expect(await site().run('show', 'sccm', 'bios')).toMatchObject({ code: 0, stdout: textOf('bios') });
    expect((await site({ bios: own }).run('show', 'sccm', 'bios')).stdout).toBe(own);
  });

  it('copy writes the shipped text beside the configuration, and never over a copy', async () => {
    const { folder, queries, run } = site();
    expect(await run('copy', 'sccm', 'bios')).toMatchObject({ code: 0 });
    expect(readFileSync(join(queries, 'bios.sql'), 'utf8')).toBe(textOf('bios'));
    const before = contentsOf(folder);
    const again = await run('copy', 'sccm', 'bios');
    expect(again).toMatchObject({ code: 2, stderr: expect.stringMatching(/exists already.*\n.*rename it/s) });
    expect(contentsOf(folder)).toEqual(before);
  });

  it('check accepts the shipped queries and a good copy', async () => {
    const { code, stdout } = await site({ bios: textOf('bios') }).run('check', 'sccm');
    expect(code).toBe(0);
    expect(stdout).toContain(`Queries: ${shipped.length}, of which 1 of the site`);
  });

  it.each([
    ['a copy that writes', { bios: 'DELETE FROM dbo.v_GS_PC_BIOS' }, /bios\.sql, line 1.*SELECT/s],
    ['a file that no section reads', { bois: textOf('bios') }, /no section bois.*The sections are: .*bios/s],
  ])('check refuses %s', async (_, own, said) => {
    expect(await site(own).run('check', 'sccm')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(said),
    });
  });

  it.each([
    ['show without a section', ['show', 'sccm'], /Name the section.*The sections are/s],
    ['a section that is none', ['copy', 'sccm', 'bois'], /no section bois/],
    ['a source that is none', ['list', 'scmm'], /scmm/],
  ])('%s is a mistake of the command line', async (_, args, said) => {
    expect(await site().run(...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(said) });
  });
});
