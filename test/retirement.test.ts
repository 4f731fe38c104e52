import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../shared/asset.ts';
import { retiredOf, revive } from '../shared/identity/revive.ts';
import type { IdentityRules } from '../shared/identity/rules.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { Nights } from './fakes/nights.ts';
import { type AssetParts, outputAsset } from './fakes/output-asset.ts';

const pc = (key: string, parts: AssetParts = {}): Asset =>
  outputAsset(`PC-${key}`, {
    people: { primaryUser: null },
    ...parts,
    identity: { serial: `S-${key}`, ...parts.identity, key: `sccm:${key}` },
  });
const retiring = { retirement: { afterDays: 5, forgetAfterDays: 30 } };
const [one, two] = [pc('1', { life: { lastSeenAt: '2026-11-20T08:00:00Z' } }), pc('2')];
const retiredRow = 'PC-1 | S-1 | Retiré | 2026-11-20';

/** A site on the day on which its first PC, absent since the 23rd, is retired. */
async function retiredSite(rules: Partial<IdentityRules> = retiring) {
  const site = new Nights(rules);
  await site.night('2026-11-22', [one, two]);
  await site.night('2026-11-23', [two]);
  const night = await site.night('2026-11-28', [two]);
  return { site, night };
}

async function reviveIn(site: Nights, device: string) {
  const store = await SiteStore.open(site.folder);
  try {
    const decided = { at: '2026-11-30T09:00:00Z', account: 'CORP\\admin', reason: 'retrouvé' };
    const found = revive(store, 'sccm', device, decided);
    return { found, left: retiredOf(store.database, 'sccm') };
  } finally {
    store.close();
  }
}

describe('a device that is absent', () => {
  it('is only missing, unless retirement was asked for', async () => {
    const { site, night } = await retiredSite({});
    expect(night).toMatchObject({ rows: ['PC-2 | S-2'], changes: [] });
    expect(await site.query('SELECT count(*) AS n FROM document')).toEqual([{ n: 0 }]);
  });

  it('is retired once every run of so many days has lacked it, with the day on which it was last seen', async () => {
    const site = new Nights(retiring);
    await site.night('2026-11-22', [one, two]);
    expect((await site.night('2026-11-23', [two])).changes).toEqual(['missing PC-1']);
    expect((await site.night('2026-11-27', [two])).rows).toEqual(['PC-2 | S-2']);
    const night = await site.night('2026-11-28', [two]);
    expect(night.rows).toEqual(['PC-2 | S-2', retiredRow]);
    expect(night.changes).toEqual([
      'retired PC-1',
      'changed PC-1 État:  → Retiré',
      'changed PC-1 DateRetrait:  → 2026-11-20',
    ]);
    expect(night.identity).toMatchObject({
      retiredCount: 1,
      retiredNow: [{ key: 'sccm:1', name: 'PC-1', absentOn: '2026-11-23' }],
    });
  });

  it('keeps its row, the same every night', async () => {
    const { site, night } = await retiredSite();
    for (const day of ['2026-11-29', '2026-12-10']) {
      const later = await site.night(day, [two]);
      expect([later.cells, later.changes, later.identity.retiredNow]).toEqual([night.cells, [], []]);
    }
  });

  it('"the tool stood still for a month and retired half a fleet": one run that lacks it is not enough', async () => {
    const site = new Nights(retiring);
    await site.night('2026-11-22', [one, two]);
    expect((await site.night('2026-12-22', [two])).changes).toEqual(['missing PC-1']);
    expect((await site.night('2026-12-23', [two])).changes).toEqual([]);
    expect((await site.night('2026-12-27', [two])).changes[0]).toBe('retired PC-1');
  });

  it('starts anew when it was seen in between, and counts no run that failed or was only planned', async () => {
    const site = new Nights(retiring);
    await site.night('2026-11-22', [one, two]);
    await site.night('2026-11-23', [two], { keep: false });
    await site.night('2026-11-26', [two]);
    await site.night('2026-11-27', [one, two]);
    await site.night('2026-11-28', [two]);
    expect((await site.night('2026-12-02', [two])).rows).toHaveLength(1);
    expect((await site.night('2026-12-03', [two])).rows).toHaveLength(2);
  });

  it('is not one that gave way to another record of the same machine', async () => {
    const site = new Nights(retiring);
    const copy = pc('9', { identity: { serial: 'S-1' }, life: { lastSeenAt: '2026-12-30T08:00:00Z' } });
    await site.night('2026-11-22', [one, two]);
    await site.night('2026-11-23', [one, two, copy]);
    expect((await site.night('2026-11-30', [one, two, copy])).rows).toEqual(['PC-2 | S-2', 'PC-9 | S-1']);
  });

  it('has the day on which it was first missed where nothing says when it was seen', async () => {
    const site = new Nights(retiring);
    const unseen = pc('1', { life: { lastInventoryAt: null } });
    await site.night('2026-11-22', [unseen, two]);
    await site.night('2026-11-23', [two]);
    expect((await site.night('2026-11-28', [two])).rows[1]).toBe('PC-1 | S-1 | Retiré | 2026-11-23');
  });

  it('is not retired with many others at once, unless that is accepted', async () => {
    const site = new Nights(retiring);
    const fleet = Array.from({ length: 30 }, (_, at) => pc(String(100 + at)));
    await site.night('2026-11-22', [...fleet, two]);
    await site.night('2026-11-23', [two], { acceptDrop: true });
    await expect(site.night('2026-11-28', [two])).rejects.toThrow(/in all: 30 of 31 to retire/);
    expect((await site.night('2026-11-29', [two], { acceptDrop: true })).rows).toHaveLength(31);
    expect((await site.night('2026-11-30', [two])).rows).toHaveLength(31);
  });
});

describe('what a run decides', () => {
  it('is kept later too, from the database that a killed run left behind', async () => {
    const site = new Nights({ ...retiring, renames: 'hold' });
    await site.night('2026-11-22', [one, two]);
    await site.night('2026-11-23', [two], { killed: true });
    site.keepKilled();
    const renamed = pc('2', { place: { name: 'NEUF' } });
    const killed = await site.night('2026-11-28', [renamed], { killed: true });
    site.keepKilled();
    expect(await site.query('SELECT former, name FROM rename')).toEqual([{ former: 'PC-2', name: 'NEUF' }]);
    const next = await site.night('2026-11-29', [renamed]);
    expect([next.cells, next.changes]).toEqual([killed.cells, []]);
    expect(next.rows).toEqual(['PC-2 | S-2', retiredRow]);
  });

  it('changes nothing in the store when it is only planned', async () => {
    const site = new Nights({ ...retiring, renames: 'hold' });
    await site.night('2026-11-22', [one, two]);
    await site.night('2026-11-23', [two]);
    const before = readFileSync(join(site.folder, storeFileName));
    const renamed = pc('2', { place: { name: 'NEUF' } });
    const plan = await site.night('2026-11-28', [renamed], { keep: false });
    expect(plan.rows).toEqual(['PC-2 | S-2', retiredRow]);
    expect(readFileSync(join(site.folder, storeFileName)).equals(before)).toBe(true);
  });
});

describe('a device that is retired', () => {
  const reimaged = pc('7', { identity: { serial: 'S-1' } });
  it.each([
    ['as it was', one],
    ['reimaged, under a name and a key of its own', reimaged],
  ])('does not come back by itself: %s', async (_, back) => {
    const { site, night } = await retiredSite();
    const later = await site.night('2026-11-29', [two, back]);
    expect([later.cells, later.changes]).toEqual([night.cells, []]);
    expect(later.identity).toMatchObject({
      leftOutCount: 1,
      leftOut: [{ key: back.identity.key, since: '2026-11-28' }],
    });
  });

  it.each(['pc-1', 's-1', 'sccm:1'])('comes back when somebody says so, by %s', async (device) => {
    const { site } = await retiredSite();
    const { found, left } = await reviveIn(site, device);
    expect([found[0]?.name, left]).toEqual(['PC-1', []]);
    const night = await site.night('2026-12-01', [one, two]);
    expect(night.rows).toEqual(['PC-1 | S-1', 'PC-2 | S-2']);
    expect(night.changes[0]).toBe('returned PC-1');
    expect(
      await site.query('SELECT ended_how, ended_account, ended_reason, ended_at FROM tombstone'),
    ).toEqual([
      {
        ended_how: 'revived',
        ended_account: 'CORP\\admin',
        ended_reason: 'retrouvé',
        ended_at: '2026-11-30T09:00:00Z',
      },
    ]);
  });

  it('and is revived while it is still absent has no row, and is not retired again', async () => {
    const { site } = await retiredSite();
    await reviveIn(site, 'PC-1');
    expect((await site.night('2026-12-01', [two])).rows).toEqual(['PC-2 | S-2']);
    expect((await site.night('2026-12-20', [two])).rows).toEqual(['PC-2 | S-2']);
  });

  it('is not revived under a name that nobody knows', async () => {
    const { site } = await retiredSite();
    await expect(reviveIn(site, 'PC-2')).rejects.toMatchObject({ exitCode: 2, message: /PC-2/ });
  });

  it('is forgotten after its time, but not while the source lists it', async () => {
    const { site } = await retiredSite();
    expect((await site.night('2026-12-29', [one, two])).rows).toEqual(['PC-2 | S-2', retiredRow]);
    const night = await site.night('2026-12-30', [two]);
    expect(night.rows).toEqual(['PC-2 | S-2']);
    expect(night.identity.retiredEnded).toEqual([{ name: 'PC-1', how: 'expired' }]);
    expect((await site.night('2027-02-01', [two])).changes).toEqual([]);
    expect((await site.night('2027-02-02', [one, two])).changes[0]).toBe('returned PC-1');
  });

  it('ends when another device has its name', async () => {
    const { site } = await retiredSite();
    const other = pc('8', { place: { name: 'PC-1' } });
    const night = await site.night('2026-11-29', [two, other]);
    expect(night.rows).toEqual(['PC-2 | S-2', 'PC-1 | S-8']);
    expect(night.identity.retiredEnded).toEqual([{ name: 'PC-1', how: 'replaced' }]);
    expect((await site.night('2026-12-29', [two, other])).changes).toEqual([]);
  });

  it('is another one of that name only if something says so', async () => {
    const { site, night } = await retiredSite();
    const unknown = pc('8', { place: { name: 'PC-1' }, identity: { serial: null } });
    const later = await site.night('2026-11-29', [two, unknown]);
    expect([later.cells, later.identity.leftOutCount]).toEqual([night.cells, 1]);
  });

  it('stays retired under the name that its CI has, when names are held', async () => {
    const site = new Nights({ ...retiring, renames: 'hold' });
    await site.night('2026-11-22', [one, two]);
    await site.night('2026-11-23', [pc('1', { place: { name: 'NEUF' } }), two]);
    await site.night('2026-11-24', [two]);
    expect((await site.night('2026-11-29', [two])).rows[1]).toMatch(/^PC-1 \| S-1 \| Retiré/);
  });

  it('is read from a document of an older version, which knew less and other things', async () => {
    const { site, night } = await retiredSite();
    const store = await SiteStore.open(site.folder);
    const { asset } = store.database.get('SELECT asset FROM tombstone') ?? {};
    if (!(asset instanceof Uint8Array)) throw new TypeError('no document');
    const older = JSON.parse(inflateRawSync(asset).toString());
    delete older.links;
    delete older.life.scanErrors;
    delete older.purchase;
    delete older.os.servicePack;
    older.life.former = 'gone';
    older.links = { relations: [] };
    store.database.run('UPDATE tombstone SET asset = ?', [deflateRawSync(JSON.stringify(older))]);
    store.close();
    expect((await site.night('2026-11-29', [two])).cells).toEqual(night.cells);
  });

  it('has no relations', async () => {
    const { site } = await retiredSite();
    const guest = pc('3', { links: { virtualHost: 'PC-1', relations: [] } });
    const night = await site.night('2026-11-29', [two, guest]);
    expect([night.ties, night.rows.length]).toEqual([[], 3]);
  });
});
