import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bridges } from '../bridges/registry.ts';
import { dataImporterSettings } from '../output/import/settings.ts';
import { refuses, ruleCodes, ruleHint, ruleText } from '../output/verify/rules.ts';
import * as errors from '../shared/errors.ts';
import { hasResults, speedTable } from './bench/speed-table.ts';
import { runBridge } from './fakes/command.ts';

const pages = [
  'README.md',
  'README.fr.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/data.md',
  'docs/donnees.md',
  'docs/design.md',
  'docs/readback.md',
  'docs/identity.md',
  'docs/store.md',
  'docs/verify.md',
  'docs/database.md',
  'docs/import.md',
  'docs/plan.md',
  'docs/profile.md',
  'docs/profile.fr.md',
  'docs/rules.md',
  'docs/rules.fr.md',
  ...bridges.map(({ name }) => `bridges/${name}/README.md`),
];
const readmes = ['README.md', 'README.fr.md'];
const textOf = (path: string) => readFileSync(path, 'utf8');
const rowsOf = (page: string, pattern: RegExp) =>
  [...textOf(page).matchAll(pattern)].map((found) => found[1]);

describe('the README in both languages', () => {
  it('has the same commands', () => {
    const commands = readmes.map((page) => rowsOf(page, /^(npm ci && [^#\n]*)$/gm));
    expect(commands[0]).toHaveLength(2);
    expect(commands[1]).toEqual(commands[0]);
  });

  it.each(readmes)('%s names every exit code that there is', (page) => {
    const text = { fr: 'x', en: 'x' };
    const thrown = Object.values(errors)
      .filter((error) => error !== errors.BridgeError)
      .map((Class) => new (Class as typeof errors.ConfigError)(text).exitCode);
    const codes = new Set(['0', '1', ...thrown.map(String)]);
    expect(new Set(rowsOf(page, /^\| (\d+) \|/gm))).toEqual(codes);
  });

  it.each(readmes)('%s names every option and every source', async (page) => {
    const { stdout } = await runBridge(['sccm', '--help']);
    const options = new Set([...stdout.matchAll(/--[a-z]+/g)].map(([option]) => option));
    expect(options.size).toBeGreaterThan(6);
    for (const option of options) expect(textOf(page), option).toContain(option);
    for (const bridge of bridges) expect(textOf(page)).toContain(`\`${bridge.name}\``);
  });

  it.each(
    readmes.flatMap((page) =>
      ['check', 'plan', 'verify', 'import', 'readback', 'explain', 'revive', 'renames'].map(
        (command) => [page, command] as const,
      ),
    ),
  )('%s has a row for every option of %s, and for no other', async (page, command) => {
    const { stdout } = await runBridge([command, '--help']);
    const general = new Set(['--help', '--version']);
    const options = [...stdout.matchAll(/^ {2,}(--[a-z-]+)/gm)].map(([, option]) => String(option));
    const [table = ''] = textOf(page)
      .split(/\n\n/)
      .filter((block) => new RegExp(`^\\| Option \\w+ \`${command}\` \\|`).test(block));
    const rows = [...table.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(options.length).toBeGreaterThan(4);
    expect(new Set(rows)).toEqual(new Set(options.filter((option) => !general.has(option))));
  });

  it.each(pages)('%s links only to what exists', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((found) =>
      join(dirname(page), String(found[1])),
    );
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it.each([
    ['README.md', 'en'],
    ['README.fr.md', 'fr'],
  ] as const)('%s tells the speed that was measured last', (page, language) => {
    const told = /<!-- speed -->\n(.*?)<!-- \/speed -->/s.exec(textOf(page))?.[1];
    expect(told).toBe(hasResults() ? `${speedTable(language).join('\n')}\n` : '');
  });

  it('keeps the example of help in step with the command', async () => {
    const { stdout, code } = await runBridge(['--help']);
    expect(code).toBe(0);
    for (const bridge of bridges) expect(stdout).toContain(`bridge ${bridge.name}`);
    expect((await runBridge(['sccm', '--help'])).stdout).toContain('bridge sccm --sample --out assets.xlsx');
    expect((await runBridge(['check', '--help'])).stdout).toContain('bridge check sccm --grant-script');
    expect((await runBridge(['import', '--help'])).stdout).toContain('bridge import D:\\Import\\assets.xlsx');
  });
});

describe('docs/import.md', () => {
  it.each(['English', 'Français'])('%s: names every setting of an import', (language) => {
    const part = textOf('docs/import.md')
      .split(/^# /m)
      .find((each) => each.includes(`<!-- ${language} -->`));
    const { log, patterns } = dataImporterSettings.parse({});
    const names = [
      ...Object.keys(dataImporterSettings.shape).filter((name) => name !== 'log'),
      ...['folder', ...Object.keys(log)].map((name) => `log.${name}`),
      ...['success', ...Object.keys(patterns)].map((name) => `patterns.${name}`),
      ...Object.keys(patterns.counters).map((name) => `patterns.counters.${name}`),
    ];
    for (const name of names)
      expect(part).toMatch(new RegExp(`\`(${name.replaceAll('.', '\\.')}|${name.split('.').at(-1)})\``));
  });
});

describe('the page of the rules', () => {
  const rows = ruleCodes.map((code) => {
    const { fr, en } = ruleText(code, { value: '…', expected: '…' });
    return { code, text: { fr, en }, hint: ruleHint(code), refuses: refuses(code) };
  });
  const listed = textOf('docs/verify.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const cell = (text: string) => text.replace(/[|<&*`]/g, '\\$&');

  it('has every rule with what is wrong and what to do, in both languages', () => {
    const english = rows.map(
      ({ code, text, hint, refuses }) =>
        `| \`${code}\` | ${refuses ? 'error' : 'warning'} | ${cell(text.en)} | ${cell(hint.en)} |`,
    );
    const french = rows.map(
      ({ code, text, hint, refuses }) =>
        `| \`${code}\` | ${refuses ? 'erreur' : 'avertissement'} | ${cell(text.fr)} | ${cell(hint.fr)} |`,
    );
    expect(listed).toEqual([...english, ...french]);
  });

  it('has only rules that a test breaks', () => {
    const tests = readdirSync('test').filter((name) => /^(verify-|output-).*\.test\.ts$/.test(name));
    const text = tests.map((name) => textOf(join('test', name))).join();
    expect(ruleCodes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});

/** The bridges that send SQL. */
const queried = readdirSync('queries');

describe('the README of a bridge', () => {
  it.each(queried)('%s names the rights of every query', (name) => {
    const page = textOf(join('bridges', name, 'README.md'));
    const table = page.slice(page.indexOf('<!-- rights -->'), page.indexOf('<!-- /rights -->'));
    const folder = join('queries', name);
    const rights = readdirSync(folder).map((file) => {
      const granted = /^-- Rights: SELECT on (.*)$/m.exec(textOf(join(folder, file)))?.[1] ?? '';
      return `| \`${file.replace('.sql', '')}\` | ${granted.replaceAll('dbo.', '')} |`;
    });
    expect(table.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rights.sort());
  });

  it.each(queried)('%s: every query names every view that it reads', (name) => {
    const folder = join('queries', name);
    for (const file of readdirSync(folder)) {
      const sql = textOf(join(folder, file));
      const stated = [...(/^-- Rights: (.*)$/m.exec(sql)?.[1] ?? '').matchAll(/dbo\.\w+/g)].map(
        ([view]) => view,
      );
      const read = [...sql.matchAll(/^(?:FROM|JOIN|LEFT JOIN) (dbo\.\w+)/gm)].map((found) => found[1]);
      expect(new Set(stated), file).toEqual(new Set(read));
    }
  });
});
