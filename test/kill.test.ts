import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  killAt,
  type Moment,
  openKilledNights,
  publishedState,
  rowsPath,
  type SourceState,
  storedState,
} from './fakes/killed-nights.ts';

vi.setConfig({ testTimeout: 600_000 });

const killsOfEach = 25;
const seed = Math.floor(Math.random() * 2 ** 31);
/** Moments over the whole run, most of them while it writes, verifies, publishes and is kept. */
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 2, arbitrary: at('start', 900) },
  { weight: 2, arbitrary: at('parts', 40) },
  { weight: 4, arbitrary: at('pending', 12) },
  { weight: 3, arbitrary: at('log', 6) },
  { weight: 2, arbitrary: at('manifest', 8) },
);
function at(after: Moment['after'], max: number): fc.Arbitrary<Moment> {
  return fc.record({ after: fc.constant(after), milliseconds: fc.nat({ max }) });
}

describe.concurrent(`a run that is killed at any moment (seed ${seed})`, () => {
  it.for([1, 2])(
    'leaves the last good run or the new one, wholly, in files and store: site %i',
    async (site, { onTestFinished }) => {
      const nights = await openKilledNights();
      onTestFinished(nights.close);
      const known = new Map<string, SourceState>();
      const learn = async (state: SourceState) => {
        nights.become(state);
        expect(await nights.site.run('--out', rowsPath(nights.site))).toMatchObject({ code: 0 });
        const [published, stored] = [await publishedState(nights.site), await storedState(nights.site)];
        for (const digest of [published?.rows, stored?.items]) known.set(String(digest), state);
        return { published, stored };
      };
      const first = [await learn('A'), await learn('B')];
      expect(new Set(known.values())).toEqual(new Set(['A', 'B']));
      const toB = first[1]?.stored?.runs[1]?.changes;
      expect(toB).toEqual({ changed: expect.any(Number), missing: 3 });
      const toA = { changed: toB?.changed, returned: 3 };
      const published = new Set(first.map(({ published }) => published?.runId));

      let kills = 0;
      let behind = 0;
      let state: SourceState = 'B';
      for (const each of fc.sample(moment, { numRuns: killsOfEach * 2, seed: seed + site })) {
        if (kills === killsOfEach) break;
        nights.become(state === 'A' ? 'B' : 'A');
        if (await killAt(nights.site, each)) kills += 1;
        const files = await publishedState(nights.site);
        const store = await storedState(nights.site);
        expect(files, `killed ${each.milliseconds} ms after ${each.after}`).toMatchObject({ wrong: [] });
        state = known.get(String(files?.rows)) ?? expect.fail('rows of neither state');
        published.add(files?.runId);
        // The store holds the published run, or the one before it: never anything between them.
        expect(store?.agrees).toBe(true);
        const last = [...published].slice(-2);
        expect(last).toContain(store?.runs.at(-1)?.runId);
        const isBehind = store?.runs.at(-1)?.runId !== files?.runId;
        if (isBehind) behind += 1;
        expect(known.get(String(store?.items)) === state).toBe(!isBehind);
      }
      expect(kills).toBe(killsOfEach);
      expect(behind).toBeGreaterThan(0);

      const other = state === 'A' ? 'B' : 'A';
      for (const next of [other, other] as const) published.add((await learn(next)).published?.runId);
      const end = await storedState(nights.site);
      // As if nothing had ever been killed: every run that was published, each with the changes of its night.
      expect(end?.runs.map(({ runId }) => runId)).toEqual([...published]);
      expect(end?.runs.at(-1)?.changes).toEqual({});
      const nightly = end?.runs.slice(1, -1).map(({ changes }, at) => [changes, at % 2 === 0 ? toB : toA]);
      for (const [changes, expected] of nightly ?? []) expect(changes).toEqual(expected);
    },
  );
});
