import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import type { Database } from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { RunStore } from '../shared/run/store.ts';
import { attachStore } from '../shared/store/attach.ts';
import { keepDevices } from '../shared/store/keep-devices.ts';
import { type KeptDevice, publishedDevice } from '../shared/store/kept-device.ts';
import { keptRows } from '../shared/store/kept-rows.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import { run, sections, sourceOf } from './fakes/scripted-fleet.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

type Fleet = Parameters<typeof sourceOf>[0];
const series = 'sccm a.csv';

/** Reads a fleet and keeps what was read, as a run does; `look` gets the store of the site. */
async function keeping<T>(
  fleet: Fleet,
  look: (database: Database, read: Awaited<ReturnType<typeof run>>) => T,
) {
  const read = await run(sourceOf(fleet));
  const folder = temporaryFolder();
  const site = await SiteStore.open(folder);
  site.database.run(`INSERT INTO run VALUES (1, 'a', ?, 'sccm', '', '', '{}')`, [series]);
  site.close();
  const store = await RunStore.create(read.folder);
  for (const { key } of read.records) {
    const about = { key: `sccm:${key}`, sourceId: String(key), name: null, serials: [] };
    store.devices.add({ about, rows: null, reason: null, rules: null, asset: null });
  }
  await store.devices.finish();
  store.settleDuplicates();
  store.spools.keep(read.spools);
  attachStore(store.database, join(folder, storeFileName));
  keepDevices(store.database, 1, series, '{}');
  store.close();
  const kept = await SiteStore.open(folder);
  try {
    return look(kept.database, read);
  } finally {
    kept.close();
  }
}

const deviceOf = (database: Database, key: number): KeptDevice => {
  const device = publishedDevice(database, 'sccm', series, `sccm:${key}`);
  if (device === null) throw new Error(`no device ${key}`);
  return device;
};

const byKey = <T extends readonly [number, ...unknown[]]>(rows: readonly T[]): T[] =>
  rows.toSorted(([a], [b]) => a - b);
const key = fc.integer({ min: 1, max: 300 });
/** Some of them longer than what is compressed together. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('é « »', '"\\\n\u2028', '', ' '),
  fc.integer({ min: 1, max: 90_000 }).map((length) => 'x'.repeat(length)),
);

describe('what the source said, kept section by section', () => {
  it('is for each device what the join gave of it, whatever the rows', async () => {
    const rows = <T>(cell: fc.Arbitrary<T>) => fc.array(fc.tuple(key, cell), { maxLength: 400 }).map(byKey);
    const fleets = fc.record({
      devices: fc
        .uniqueArray(key, { minLength: 1, maxLength: 200 })
        .map((keys) => byKey(keys.map((each) => [each]))),
      bios: rows(words),
      disks: rows(fc.oneof(fc.integer(), fc.constant(null), fc.constant('many'))),
    });
    await fc.assert(
      fc.asyncProperty(fleets, (fleet) =>
        keeping(
          { ...fleet, devices: fleet.devices.map(([each]) => [each, `PC${each}`]) },
          (database, { records }) => {
            for (const { key: each, sections: found } of records) {
              const { base, bios, disks } = found;
              const expected = {
                devices: [base],
                ...(bios && { bios: [bios] }),
                ...(disks.length > 0 && { disks }),
              };
              expect(keptRows(database, sections, deviceOf(database, each))).toEqual(expected);
            }
          },
        ),
      ),
      { numRuns: 15 },
    );
  });

  it('holds nothing of a device that the base section does not list', async () => {
    const bios = Array.from(
      { length: 200 },
      (_, at) => [at, `SERIAL-${at % 2 ? 'LISTED' : 'OTHER'}`] as const,
    );
    const devices = bios.filter(([at]) => at % 2).map(([at]) => [at, `PC${at}`] as const);
    await keeping({ devices, bios, disks: [[1000, 7]] }, (database) => {
      const pieces = database.all('SELECT section, rows FROM section_rows ORDER BY section');
      expect(pieces.map(({ section }) => section)).toEqual(['bios', 'devices']);
      const texts = pieces.map(
        ({ rows }) => rows instanceof Uint8Array && brotliDecompressSync(rows).toString(),
      );
      expect(texts.join()).toMatch(/LISTED/);
      expect(texts.join()).not.toMatch(/OTHER/);
    });
  });
});
