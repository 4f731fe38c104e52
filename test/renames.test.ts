import { describe, expect, it } from 'vitest';
import type { Asset } from '../shared/asset.ts';
import { confirmRenames, pendingRenames } from '../shared/identity/confirm.ts';
import { SiteStore } from '../shared/store/site-store.ts';
import { Nights } from './fakes/nights.ts';
import { type AssetParts, outputAsset } from './fakes/output-asset.ts';

/** A PC by its key, which is its serial too, under a name. */
const pc = (key: string, name: string, parts: AssetParts = {}): Asset =>
  outputAsset(name, {
    people: { primaryUser: null },
    ...parts,
    identity: { serial: `S-${key}`, ...parts.identity, key: `sccm:${key}` },
  });

async function confirm(site: Nights, names: readonly string[] | null) {
  const store = await SiteStore.open(site.folder);
  try {
    const decided = { at: '2026-11-24T09:00:00Z', account: 'CORP\\admin', reason: 'renommé à la main' };
    return confirmRenames(store, 'sccm', names, decided);
  } finally {
    store.close();
  }
}

async function pending(site: Nights) {
  const store = await SiteStore.open(site.folder);
  try {
    return pendingRenames(store.database, 'sccm').map(({ former, name }) => `${former} → ${name}`);
  } finally {
    store.close();
  }
}

const held = (night: Awaited<ReturnType<Nights['night']>>) =>
  night.identity.renames.filter((rename) => rename.held).map(({ former, name }) => `${former} → ${name}`);

describe('a renamed device', () => {
  it('has its new name at once, and the CI to rename is named', async () => {
    const site = new Nights();
    await site.night('2026-11-22', [pc('1', 'A')]);
    const night = await site.night('2026-11-23', [pc('1', 'B')]);
    expect(night.rows).toEqual(['B | S-1']);
    expect(night.identity.renames).toEqual([{ key: 'sccm:1', former: 'A', name: 'B', held: false }]);
    expect((await site.night('2026-11-24', [pc('1', 'B')])).identity.renames).toEqual([]);
  });

  it('is not one whose name is only written otherwise', async () => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', [pc('1', 'Poste-É')]);
    const night = await site.night('2026-11-23', [pc('1', 'POSTE-é')]);
    expect([night.rows, night.identity.renames]).toEqual([['POSTE-é | S-1'], []]);
  });
});

describe('a name that is held', () => {
  it('stays, night after night, until somebody says that the CI was renamed', async () => {
    const site = new Nights({ renames: 'hold' });
    const first = await site.night('2026-11-22', [pc('1', 'A')]);
    for (const day of ['2026-11-23', '2026-11-24']) {
      const night = await site.night(day, [pc('1', 'B')]);
      expect([night.cells, night.changes, held(night)]).toEqual([first.cells, [], ['A → B']]);
    }
    expect(await pending(site)).toEqual(['A → B']);
    expect(await confirm(site, ['a'])).toEqual([{ former: 'A', name: 'B' }]);
    const after = await site.night('2026-11-25', [pc('1', 'B')]);
    expect([after.rows, held(after), await pending(site)]).toEqual([['B | S-1'], [], []]);
    expect(await site.query('SELECT former, name, account, reason, confirmed_at FROM rename')).toEqual([
      {
        former: 'A',
        name: 'B',
        account: 'CORP\\admin',
        reason: 'renommé à la main',
        confirmed_at: '2026-11-24T09:00:00Z',
      },
    ]);
  });

  it('is forgotten when the device has its former name again', async () => {
    const site = new Nights({ renames: 'hold' });
    for (const [day, name] of [
      ['2026-11-22', 'A'],
      ['2026-11-23', 'B'],
      ['2026-11-24', 'A'],
    ] as const)
      await site.night(day, [pc('1', name)]);
    expect(await pending(site)).toEqual([]);
  });

  it('is confirmed as far as it goes: a third name is held at the second', async () => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', [pc('1', 'A')]);
    await site.night('2026-11-23', [pc('1', 'B')]);
    await confirm(site, null);
    const night = await site.night('2026-11-24', [pc('1', 'C')]);
    expect([night.rows, held(night)]).toEqual([['B | S-1'], ['B → C']]);
  });

  it.each<[string, Asset[], Asset[], string[], string[]]>([
    [
      'two that exchange their names',
      [pc('1', 'A'), pc('2', 'B')],
      [pc('1', 'B'), pc('2', 'A')],
      ['A | S-1', 'B | S-2'],
      ['A → B', 'B → A'],
    ],
    [
      'a chain',
      [pc('1', 'A'), pc('2', 'B'), pc('3', 'C')],
      [pc('1', 'B'), pc('2', 'C'), pc('3', 'D')],
      ['A | S-1', 'B | S-2', 'C | S-3'],
      ['A → B', 'B → C', 'C → D'],
    ],
    [
      'one that is reimaged and renamed at once',
      [pc('1', 'A')],
      [pc('9', 'B', { identity: { serial: 'S-1' } })],
      ['A | S-1'],
      ['A → B'],
    ],
    [
      'a new one that takes the name gives way to the held one',
      [pc('1', 'A')],
      [pc('5', 'A', { life: { lastSeenAt: '2026-12-30T08:00:00Z' } }), pc('1', 'B')],
      ['A | S-1'],
      ['A → B'],
    ],
  ])('%s', async (_, before, after, rows, renames) => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', before);
    for (const day of ['2026-11-23', '2026-11-24']) {
      const night = await site.night(day, after);
      expect([night.rows, held(night), night.changes]).toEqual([rows, renames, []]);
    }
    expect(await confirm(site, null)).toHaveLength(renames.length);
    const night = await site.night('2026-11-25', after);
    expect(held(night)).toEqual([]);
    expect(new Set(night.rows.map((row) => row[0])).size).toBe(night.rows.length);
  });

  it('stays while another device has the new name, and cannot be confirmed', async () => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', [pc('1', 'A'), pc('2', 'B')]);
    const newer = pc('1', 'B', { life: { lastSeenAt: '2026-12-30T08:00:00Z' } });
    const night = await site.night('2026-11-23', [newer, pc('2', 'B')]);
    expect([night.rows, night.losers]).toEqual([['A | S-1', 'B | S-2'], []]);
    await expect(confirm(site, null)).rejects.toMatchObject({ exitCode: 2, message: /A → B.*still/ });
  });

  it('is not confirmed while another CI has the new name, unless both are', async () => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', [pc('1', 'A'), pc('2', 'B')]);
    await site.night('2026-11-23', [pc('1', 'B'), pc('2', 'A')]);
    await expect(confirm(site, ['A'])).rejects.toMatchObject({ exitCode: 2, message: /A → B.*still/ });
    await expect(confirm(site, ['Z'])).rejects.toMatchObject({ exitCode: 2, message: /Z/ });
    expect(await confirm(site, ['A', 'B'])).toHaveLength(2);
    const { rows, losers } = await site.night('2026-11-24', [pc('1', 'B'), pc('2', 'A')]);
    expect([rows, losers]).toEqual([['B | S-1', 'A | S-2'], []]);
  });

  it('is the name of what gave way to it in the list', async () => {
    const site = new Nights({ renames: 'hold' });
    await site.night('2026-11-22', [pc('1', 'A')]);
    const { losers } = await site.night('2026-11-23', [pc('5', 'A'), pc('1', 'B')]);
    expect(losers).toEqual([
      { reason: 'duplicateName', rule: 'held', key: 'sccm:5', name: 'A', keptKey: 'sccm:1', keptName: 'A' },
    ]);
  });
});
