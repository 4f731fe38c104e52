import { describe, expect, it } from 'vitest';
import type { Relation } from '../shared/asset/links.ts';
import type { Asset } from '../shared/asset.ts';
import { RunStore } from '../shared/run/store.ts';
import { fillStore, outcomeOf } from './fakes/filled-store.ts';
import { type AssetParts, outputAsset } from './fakes/output-asset.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const tie = (kind: Relation['kind'], parts: Partial<Relation>): Relation => ({
  kind,
  key: null,
  name: null,
  label: null,
  detail: null,
  ...parts,
});
const asset = (name: string, parts: AssetParts = {}): Asset => outputAsset(name, parts);
const tied = (name: string, ...relations: Relation[]) =>
  asset(name, { links: { virtualHost: null, relations } });

async function published(...assets: readonly Asset[]) {
  const store = await RunStore.create(temporaryFolder());
  try {
    await fillStore(store, assets.map(outcomeOf));
    store.settleDuplicates();
    const loose = store.relations.resolve();
    const ties = [...store.relations.relations()].map(({ kind, from, to }) => `${from} ${kind} ${to}`);
    return { ties, loose };
  } finally {
    store.close();
  }
}

describe('the ties of a run', () => {
  it('find the other asset by key, whatever the order', async () => {
    expect(await published(tied('ECRAN', tie('displayOf', { key: 'sccm:PC-2' })), asset('PC-2'))).toEqual({
      ties: ['ECRAN displayOf PC-2'],
      loose: {},
    });
  });

  it('find it by a key that it had before, and by name, short or full, in any case', async () => {
    const merged = asset('PC-3', { identity: { previousKeys: ['sccm:OLD'] } });
    const result = await published(
      merged,
      tied('E1', tie('displayOf', { key: 'sccm:OLD' })),
      tied('E2', tie('displayOf', { name: 'pc-3' })),
      tied('E3', tie('displayOf', { name: 'pc-3.corp.example' })),
    );
    expect(result.ties).toEqual(['E1 displayOf PC-3', 'E2 displayOf PC-3', 'E3 displayOf PC-3']);
  });

  it('follow an asset that gave way to the one that stays, at both ends', async () => {
    const twin = (name: string, seen: string, relations: Relation[] = []) =>
      asset(name, {
        identity: { key: `sccm:${name}`, serial: 'SN-SAME', serials: [] },
        life: { lastSeenAt: seen },
        links: { virtualHost: null, relations },
      });
    const result = await published(
      twin('OLD', '2026-01-01T00:00:00', [tie('connectedTo', { name: 'SWITCH' })]),
      twin('NEW', '2026-11-01T00:00:00', [tie('connectedTo', { name: 'SWITCH' })]),
      asset('SWITCH'),
      tied('ECRAN', tie('displayOf', { key: 'sccm:OLD' })),
    );
    expect(result.ties).toEqual(['NEW connectedTo SWITCH', 'ECRAN displayOf NEW']);
  });

  it('take the host of a guest where no relation says it', async () => {
    const guest = asset('VM', { links: { virtualHost: 'esx-1.corp.example', relations: [] } });
    expect(await published(guest, asset('ESX-1'))).toEqual({ ties: ['VM guestOf ESX-1'], loose: {} });
  });

  it('are counted when the other end is not published, and never tie an asset to itself', async () => {
    const result = await published(
      tied('E1', tie('displayOf', { name: 'ELSEWHERE' }), tie('connectedTo', { name: 'E1' })),
      tied('E2', tie('displayOf', { name: 'ELSEWHERE' })),
    );
    expect(result).toEqual({ ties: [], loose: { displayOf: 2 } });
  });
});
