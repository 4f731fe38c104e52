import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePlan } from '../output/plan/file.ts';
import { jsonPlan } from '../output/plan/json.ts';
import { pagePlan } from '../output/plan/page.ts';
import type { Plan } from '../output/plan/plan.ts';
import { textPlan } from '../output/plan/text.ts';
import { cleaner } from '../output/table/clean.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { readWorkbook } from './fakes/workbook.ts';

const said = (text: string) => ({ fr: text, en: text });
const never = new AbortController().signal;

/** A plan with one table of these names. */
const planOf = (names: readonly string[], more: Partial<Plan> = {}): Plan => ({
  source: 'sccm',
  sample: false,
  file: 'assets.xlsx',
  publishedAt: null,
  rows: names.length,
  refusals: [],
  octopus: [{ code: 'add', label: said('to add'), about: null, count: names.length }],
  others: [{ code: 'missing', label: said('missing'), about: said('nothing happens'), count: 1 }],
  notices: names.map((name) => ({ code: 'told', text: said(name) })),
  tables: [
    {
      code: 'missing',
      title: said('Missing'),
      about: said('not this time'),
      headers: [{ name: 'name', text: said('Name') }],
      count: names.length,
      rows: () => names.map((name) => [name]),
    },
  ],
  ...more,
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</td></table><img src=x onerror=alert(1)>',
    '"\' onload="x',
    '&lt;b&gt;',
    '=cmd|calc!A1',
    '\u001b[2J\u001b]0;x\u0007',
    ']]>',
    '</style><style>*{display:none}',
  ),
);
const names = fc.array(hostile, { minLength: 1, maxLength: 8 });
const clean = (text: string) => cleaner('xlsx').clean(text);

describe('a plan as a page', () => {
  it('has the same elements whatever is in its cells, and shows exactly these', () => {
    const tags = (page: string) => page.match(/<[^>]*>/g);
    fc.assert(
      fc.property(names, (cells) => {
        const page = [...pagePlan(planOf(cells), 'en')].join('');
        expect(tags(page.replaceAll('<i>(empty)</i>', ''))).toEqual(
          tags([...pagePlan(planOf(cells.map(() => 'x')), 'en')].join('')),
        );
        const told = [...page.matchAll(/<li>([^<]*)<\/li>/g)].map(([, text]) => decoded(String(text)));
        expect(told).toEqual(cells.map(clean));
      }),
    );
  });

  it('loads nothing, and runs only what it came with', () => {
    const page = [...pagePlan(planOf(['PC-1']), 'fr')].join('');
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'"/);
    expect(page).not.toMatch(/\b(src|href)=|url\(|@import/);
  });

  it('shows the first rows of very many, and says where all are', () => {
    const page = [...pagePlan(planOf(Array.from({ length: 7_000 }, (_, at) => `PC-${at}`)), 'en')].join('');
    expect(page).toContain('<td>PC-4999</td>');
    expect(page).not.toContain('<td>PC-5000</td>');
    expect(page).toContain('The first 5000 of 7000 rows');
  });
});

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) =>
    String({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name]),
  );

describe('a plan as text', () => {
  it('holds nothing that a terminal would obey, and is short', () => {
    fc.assert(
      fc.property(names, (cells) => {
        const lines = [...textPlan(planOf(cells), 'en', true)];
        expect(lines.filter((line) => /[\p{Control}\p{Surrogate}]/u.test(line))).toEqual([]);
      }),
    );
    const many = Array.from({ length: 9_000 }, (_, at) => `PC-${at}`);
    const lines = [...textPlan(planOf(many), 'en', true)];
    expect(lines.length).toBeLessThan(60);
    expect(lines.join('\n')).toMatch(/… and 8980 more\n.*--out plan\.xlsx/);
  });
});

describe('a plan as JSON', () => {
  it('holds every value exactly, or as many rows as are asked for', () => {
    fc.assert(
      fc.property(names, (cells) => {
        const { tables, counts } = JSON.parse([...jsonPlan(planOf(cells))].join(''));
        expect(tables.missing.rows).toEqual(cells.map((name) => ({ name })));
        expect(counts).toEqual({ add: cells.length, missing: 1 });
        const { missing } = JSON.parse([...jsonPlan(planOf(cells), 1)].join('')).tables;
        expect([missing.count, missing.rows.length]).toEqual([cells.length, 1]);
      }),
    );
  });
});

describe('a plan as a workbook', () => {
  it('holds every value as a text, formulas among them, and one that is too long for a cell in part', async () => {
    const path = join(temporaryFolder(), 'plan.xlsx');
    const cells = ['=cmd|calc!A1', '<script>', '😀 é', '_x0041_', 'x'.repeat(40_000)];
    await writePlan(planOf(cells), path, 'en', never);
    const rows = (await readWorkbook(path)).find(({ name }) => name === 'Missing')?.rows ?? [];
    expect(rows.slice(0, 5)).toEqual([['Name'], ...cells.slice(0, 4).map((cell) => [cell])]);
    expect(rows[5]?.[0]).toMatch(/^x{32000}…$/);
  });
});

describe('the file of a plan', () => {
  const failing = (): Plan => {
    const [table] = planOf(['PC-1']).tables;
    if (!table) throw new Error('a plan has a table');
    function* rows() {
      yield ['PC-1'];
      throw new Error('the store is gone');
    }
    return planOf([], { tables: [{ ...table, rows }] });
  };

  it.each(['xlsx', 'html', 'json'])('.%s stays what it was when writing it fails', async (extension) => {
    const folder = temporaryFolder();
    const path = join(folder, `plan.${extension}`);
    writeFileSync(path, 'the last plan');
    await expect(writePlan(failing(), path, 'fr', never)).rejects.toThrow('the store is gone');
    expect(readFileSync(path, 'utf8')).toBe('the last plan');
    expect(readdirSync(folder)).toEqual([`plan.${extension}`]);
  });

  it.each(['xlsx', 'html', 'json'])('.%s is not there when it was interrupted', async (extension) => {
    const path = join(temporaryFolder(), `plan.${extension}`);
    await expect(writePlan(planOf(['PC-1']), path, 'fr', AbortSignal.abort())).rejects.toMatchObject({
      exitCode: 130,
    });
    expect(existsSync(path)).toBe(false);
  });
});
