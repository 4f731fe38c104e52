import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock, Life } from '../shared/asset/life.ts';
import { daysAfter } from '../shared/population/staleness.ts';
import { judgePopulation, populationSchema } from './fakes/judged-population.ts';
import { outputAsset } from './fakes/output-asset.ts';

const today = '2026-11-20';
const ago = (days: number) => `${daysAfter(today, -days)}T08:00:00`;
const none = { lastInventoryAt: null };
const device = (name: string, life: Partial<Life>) =>
  outputAsset(name, { life: { ...none, ...life }, nature: { manufacturer: `Maker ${name}` } });
const heard = (name: string, days: number, life: Partial<Life> = {}) =>
  device(name, { lastHeartbeatAt: ago(days), ...life });
/** Devices that were heard of today. */
const alive = Array.from({ length: 20 }, (_, number) => heard(`PC-${number}`, 0));
const tiers = { flagDays: 30, retireDays: 90, dropDays: 200 };

describe('a tier', () => {
  it.each([
    ['keep', 29, tiers],
    ['flag', 30, tiers],
    ['flag', 89, tiers],
    ['retire', 90, tiers],
    ['retire', 199, tiers],
    ['drop', 200, tiers],
    ['keep', 1000, {}],
    ['flag', 1000, { flagDays: 30 }],
    ['retire', 1000, { retireDays: 30 }],
    ['drop', 31, { dropDays: 30 }],
    ['keep', 29, { dropDays: 30 }],
  ] as const)('is %s after %i days with %j', async (tier, days, staleness) => {
    const {
      assets,
      excluded,
      staleness: counts,
    } = await judgePopulation({ staleness }, [...alive, heard('X', days)]);
    if (tier === 'drop') {
      expect(assets.X).toBeUndefined();
      expect(excluded).toEqual({ stale: 1 });
    } else {
      expect(assets.X?.life).toMatchObject({
        staleness: { tier, clock: 'heartbeat', since: daysAfter(today, -days) },
        status: tier === 'retire' ? 'retired' : 'active',
        retiredOn: tier === 'retire' ? daysAfter(today, -days + Number(Object(staleness).retireDays)) : null,
      });
      expect(excluded).toEqual({});
    }
    expect(counts).toEqual({
      reference: today,
      flagged: Number(tier === 'flag'),
      retired: Number(tier === 'retire'),
      dropped: Number(tier === 'drop'),
      unknown: 0,
      ahead: 0,
    });
    expect(Object.keys(assets)).toHaveLength(tier === 'drop' ? 20 : 21);
  });

  it.each(['stock', 'inRepair', 'broken', 'missing'] as const)(
    'of a device in state %s is at most flag',
    async (status) => {
      const { assets } = await judgePopulation({ staleness: tiers }, [...alive, heard('X', 900, { status })]);
      expect(assets.X?.life).toMatchObject({ status, staleness: { tier: 'flag' }, retiredOn: null });
    },
  );

  it('leaves a device that its source retired as it is', async () => {
    const fleet = [...alive, heard('X', 100, { status: 'retired' })];
    const { assets } = await judgePopulation({ staleness: tiers }, fleet);
    expect(assets.X?.life).toMatchObject({
      status: 'retired',
      staleness: { tier: 'retire' },
      retiredOn: null,
    });
  });

  it('is nothing at all without the block', async () => {
    const judged = await judgePopulation({}, [...alive, heard('X', 900)]);
    expect(judged.assets.X?.life).toMatchObject({ status: 'active', staleness: null });
    expect(judged).toMatchObject({ excluded: {}, staleness: undefined, notices: [] });
  });

  it('drop takes the maker of the device along', async () => {
    const { makers } = await judgePopulation({ staleness: tiers }, [...alive, heard('X', 900)]);
    expect(makers).toHaveProperty('Maker PC-1', 1);
    expect(makers).not.toHaveProperty('Maker X');
  });
});

describe('the clock that decides', () => {
  const fields: Readonly<Record<Clock, Partial<Life>>> = {
    heartbeat: { lastHeartbeatAt: ago(10) },
    hardwareScan: { lastInventoryAt: ago(10) },
    directoryLogon: { lastDirectoryLogonAt: ago(10) },
    mdmSync: { lastMdmSyncAt: ago(10) },
  };
  const old = {
    lastHeartbeatAt: ago(900),
    lastInventoryAt: ago(901),
    lastDirectoryLogonAt: ago(902),
    lastMdmSyncAt: ago(903),
  };

  it.each(Object.entries(fields))('is %s when it is the newest', async (clock, life) => {
    const { assets } = await judgePopulation({ staleness: tiers }, [
      ...alive,
      device('X', { ...old, ...life }),
    ]);
    const since = daysAfter(today, -10);
    expect(assets.X?.life.staleness).toEqual({ tier: 'keep', clock, since });
  });

  it.each(Object.entries(fields))('is not %s when that does not count', async (clock, life) => {
    const names = populationSchema.parse({ staleness: {} }).staleness?.clocks ?? [];
    const clocks = names.filter((each) => each !== clock);
    const fleet = [
      ...alive.map(({ place }) => device(place.name, { ...Object.assign({}, ...Object.values(fields)) })),
    ];
    const rules = { staleness: { clocks, ...tiers } };
    const { excluded } = await judgePopulation(rules, [...fleet, device('X', { ...old, ...life })]);
    expect(excluded).toEqual({ stale: 1 });
  });

  it('is none for a device without any, which is kept and counted', async () => {
    const { assets, staleness, notices } = await judgePopulation({ staleness: { dropDays: 1 } }, [
      ...alive,
      device('X', {}),
    ]);
    expect(assets.X?.life).toMatchObject({ status: 'active', staleness: null });
    expect(staleness).toMatchObject({ unknown: 1, dropped: 0 });
    expect(notices).toEqual([expect.stringMatching(/^clock-unknown .* 1\.$/)]);
  });

  it('is none in a fleet without any, which is kept', async () => {
    const fleet = [device('X', {}), device('Y', {})];
    const judged = await judgePopulation({ staleness: { dropDays: 1 } }, fleet);
    expect(Object.keys(judged.assets)).toEqual(['X', 'Y']);
    expect(judged.staleness).toMatchObject({ reference: null, unknown: 2 });
  });
});

describe('a clock that is ahead', () => {
  it('makes nobody else look silent, and does not count', async () => {
    const fleet = [
      ...alive,
      heard('X', -4000),
      heard('Y', -30, { lastInventoryAt: ago(100) }),
      heard('Z', 95),
    ];
    const many = [...fleet, ...alive.map(({ place }) => heard(`B-${place.name}`, 1))];
    const { assets, excluded, staleness, notices } = await judgePopulation({ staleness: tiers }, many);
    expect(excluded).toEqual({});
    expect(staleness).toMatchObject({ reference: today, ahead: 2, retired: 2, flagged: 0, unknown: 1 });
    expect(assets.X?.life).toMatchObject({ status: 'active', staleness: null });
    expect(assets.Y?.life.staleness).toEqual({
      tier: 'retire',
      clock: 'hardwareScan',
      since: daysAfter(today, -100),
    });
    expect(assets['PC-1']?.life.staleness).toMatchObject({ tier: 'keep' });
    expect(notices).toContainEqual(expect.stringMatching(/^clock-ahead .*2026-11-20.* 2\.$/));
  });

  it('by one day is no fault: sources have several zones', async () => {
    const { staleness } = await judgePopulation({ staleness: tiers }, [...alive, heard('X', -1)]);
    expect(staleness).toMatchObject({ reference: daysAfter(today, 1), ahead: 0 });
  });

  it('is believed when a larger part of the fleet shows it', async () => {
    const { staleness } = await judgePopulation({ staleness: tiers }, [
      ...alive,
      heard('X', -9),
      heard('Y', -9),
    ]);
    expect(staleness).toMatchObject({ reference: daysAfter(today, 9), ahead: 0 });
  });

  it('whatever the order of the devices, gives the same verdicts', async () => {
    const fleet = [...alive, heard('X', -4000), heard('Y', 45), heard('Z', 120), heard('W', 300)];
    const verdicts = async (devices: typeof fleet) => {
      const { assets, staleness } = await judgePopulation({ staleness: tiers }, devices);
      const of = Object.values(assets).map(
        ({ place, life }) => [place.name, life.staleness, life.status] as const,
      );
      return { staleness, of: of.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
    };
    const expected = await verdicts(fleet);
    const shuffled = fc.shuffledSubarray(fleet, { minLength: fleet.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (devices) => {
        expect(await verdicts(devices)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

it('a device that comes between two pages of silent ones is judged like them', async () => {
  const fleet = Array.from({ length: 1_203 }, (_, number) => heard(`S-${number}`, 100 + (number % 3) * 60));
  const { staleness, assets } = await judgePopulation({ staleness: tiers }, [
    ...alive,
    ...fleet,
    ...Array.from({ length: 1_400 }, (_, n) => heard(`A-${n}`, 0)),
  ]);
  expect(staleness).toMatchObject({ retired: 802, dropped: 401, flagged: 0 });
  expect(Object.values(assets).filter(({ life }) => life.status === 'retired')).toHaveLength(802);
});
