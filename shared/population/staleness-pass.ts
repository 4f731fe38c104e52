import type { Life } from '../asset/life.ts';
import { AssetDocuments, documentColumns } from '../identity/asset-documents.ts';
import { documentBytes } from '../identity/document.ts';
import type { RunStore } from '../run/store.ts';
import { daysAfter, firstLimit, newestSign, type Sign, type StalenessRules, tierOf } from './staleness.ts';

const atOnce = 500;

/** What silence made of the devices of a run. */
export interface StalenessCounts {
  /** The day that silence is counted to; null when no device has a clock. */
  reference: string | null;
  flagged: number;
  retired: number;
  dropped: number;
  /** Kept although none of their clocks is known. */
  unknown: number;
  /** With a clock that shows a later day than the source, which does not count. */
  ahead: number;
}

/**
 * Judges the assets of a store that were silent for long, or whose clock is ahead, by the day that the source shows:
 * marks them, or takes them out. All others stay as they were added, with the tier `keep`.
 */
export function settleStaleness(
  store: RunStore,
  rules: StalenessRules,
  reference: string,
  counts: StalenessCounts,
): void {
  const { database } = store;
  const latest = daysAfter(reference, 1);
  const limit = firstLimit(rules);
  const silentSince = limit === null ? '' : daysAfter(reference, -limit);
  const documents = new AssetDocuments(database);
  const page = database.prepare(
    `SELECT seq, ${documentColumns} FROM asset WHERE seq > ? AND (since <= ? OR since > ?) ORDER BY seq LIMIT ${atOnce}`,
  );
  const update = database.prepare('UPDATE asset SET document = ?, alive = ?, revised = 1 WHERE seq = ?');
  try {
    for (let last = 0; ; ) {
      const rows = page.all([last, silentSince, latest]);
      for (const row of rows) {
        last = Number(row.seq);
        const asset = documents.asset(row);
        const life = judged(asset.life, rules, reference, latest, counts);
        if (life === null) store.remove(last, asset);
        else {
          update.run([documentBytes({ ...asset, life }), life.status === 'active' ? 1 : 0, last]);
        }
      }
      if (rows.length < atOnce) break;
      database.exec('COMMIT; BEGIN'); // what may be taken back is held in memory
    }
    if (counts.dropped > 0) {
      store.relations.prune();
      store.devices.leaveOut('stale');
    }
  } finally {
    page.finalize();
    update.finalize();
  }
}

/** The life of a device with its verdict, which is counted; null when the device is left out. */
function judged(
  life: Life,
  rules: StalenessRules,
  reference: string,
  latest: string,
  counts: StalenessCounts,
): Life | null {
  if (life.staleness !== null && life.staleness.since > latest) counts.ahead += 1;
  const sign = newestSign(life, rules.clocks, latest);
  if (sign === null) {
    counts.unknown += 1;
    return { ...life, staleness: null };
  }
  const tier = tierOf(life.status, sign.since, reference, rules);
  if (tier === 'drop') {
    counts.dropped += 1;
    return null;
  }
  if (tier === 'flag') counts.flagged += 1;
  if (tier === 'retire') counts.retired += 1;
  const staleness = { tier, ...sign };
  return tier === 'retire' ? retired({ ...life, staleness }, sign, rules) : { ...life, staleness };
}

/** Retired by silence, on the day on which it had lasted long enough. A device that its source retired stays as it is. */
const retired = (life: Life, { since }: Sign, { retireDays = 0 }: StalenessRules): Life =>
  life.status === 'retired' ? life : { ...life, status: 'retired', retiredOn: daysAfter(since, retireDays) };
