import { extname } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { fieldValue } from '../output/profile/asset-fields.ts';
import { type CellLoss, explainRow, keptProfile } from '../output/profile/explained-row.ts';
import { type CellFormat, cleaner } from '../output/table/clean.ts';
import type { Asset } from '../shared/asset.ts';
import type { Bridge } from '../shared/bridge.ts';
import { ruleMessages } from '../shared/device/rule-messages.ts';
import { type SetAside, setAside } from '../shared/device/set-aside.ts';
import { type AboutDevice, type ReadRows, saidOf } from '../shared/read-device.ts';
import {
  type DeviceDocument,
  documentOf,
  gaveWayTo,
  type KeptDevice,
  publishedDevice,
} from '../shared/store/kept-device.ts';
import {
  changesOf,
  itemOf,
  type KeptChange,
  type KeptItem,
  type KeptRun,
  runOf,
} from '../shared/store/kept-item.ts';
import { keptRows } from '../shared/store/kept-rows.ts';
import type { Text } from '../shared/text.ts';
import { labelOf } from './summary-messages.ts';

/** The rule that decided one field. */
export interface Decision {
  readonly field: string;
  readonly value: unknown;
  readonly rule: string;
  /** Null for a rule that nobody described. */
  readonly words: Text | null;
}

/**
 * What else makes a cell: `leftToOctopus` by the profile, `corrected` by the site's overrides, `replaced` characters that
 * the file cannot hold.
 */
export type SiteLoss = 'leftToOctopus' | 'corrected' | 'replaced';

/** One cell as it stands in the file. */
export interface WrittenCell {
  readonly header: string;
  readonly fields: readonly string[];
  readonly cell: string;
  /** Why it is not the whole value of its field. */
  readonly losses: readonly (CellLoss | SiteLoss)[];
}

/** What was decided about a device. */
export interface Judged {
  readonly outcome: KeptDevice['outcome'];
  readonly reason: string | null;
  /** Words for the reason of an exclusion. */
  readonly words: Text;
  readonly gaveWayTo: Known | null;
  /** Devices that gave way to this one, with the rule. */
  readonly gaveWay: readonly (Known & { readonly reason: string | null })[];
  readonly matched: KeptDevice['matched'];
  readonly formerKey: string | null;
  readonly formerName: string | null;
  /** What the series has published of it, ever. */
  readonly item: Pick<KeptItem, 'firstRun' | 'missingSince' | 'retired'> | null;
  /** What silence made of it, where a rule is about that. */
  readonly staleness: Asset['life']['staleness'];
}

interface Known {
  readonly key: string;
  readonly name: string | null;
}

/** The way of one device from what the source said to the row. */
export interface Explanation {
  readonly file: string;
  readonly run: KeptRun;
  readonly device: AboutDevice;
  readonly rows: ReadRows;
  readonly decisions: readonly Decision[] | null;
  readonly asset: Asset | null;
  readonly setAside: readonly SetAside[];
  readonly judged: Judged;
  /** Null for a device without a row. */
  readonly written: {
    readonly cells: readonly WrittenCell[];
    readonly changes: readonly KeptChange[];
  } | null;
}

/** The path that a series is published to. */
export const fileOfSeries = (source: string, series: string): string => series.slice(source.length + 1);

/** Everything that the store knows of a device of the run that its series last published. */
export function explainDevice(database: Database, bridge: Bridge, device: KeptDevice): Explanation {
  const { key, sourceId, name, serials, series, run } = device;
  const document = documentOf(database, device);
  const { asset } = document;
  const rows = rowsOf(database, bridge, device, document);
  const item = itemOf(database, series, key);
  const row = device.outcome === 'published' && asset !== null && item !== null ? { asset, item } : null;
  return {
    file: fileOfSeries(bridge.name, series),
    run: runOf(database, run),
    device: { key, sourceId, name, serials },
    rows,
    decisions: decisionsOf(document, bridge),
    asset,
    setAside: setAside(rows, asset?.identity ?? null),
    judged: judgedOf(database, bridge, device, { item, asset }),
    written: row && {
      cells: writtenCells(database, bridge, device, row),
      changes: changesOf(database, run, key),
    },
  };
}

/** What the source said of a device, with its document or in the rows of its sections. */
function rowsOf(database: Database, bridge: Bridge, device: KeptDevice, document: DeviceDocument): ReadRows {
  const rows = document.rows ?? keptRows(database, bridge.sections ?? {}, device);
  return Object.fromEntries(Object.entries(rows).map(([section, each]) => [section, saidOf(each)]));
}

function decisionsOf({ asset, rules }: DeviceDocument, bridge: Bridge): Decision[] | null {
  if (asset === null || rules === null) return null;
  return Object.entries(rules).map(([field, rule]) => ({
    field,
    value: fieldValue(field)(asset),
    rule,
    words: wordsOf(field, rule, bridge),
  }));
}

/** Words for a rule: those for this field before general ones, the bridge's before shared ones. */
export function wordsOf(field: string, rule: string, { ruleWords = {} }: Bridge): Text | null {
  const exact = `${field} ${rule}`;
  return ruleWords[exact] ?? ruleMessages[exact] ?? ruleWords[rule] ?? ruleMessages[rule] ?? null;
}

function judgedOf(
  database: Database,
  bridge: Bridge,
  device: KeptDevice,
  { item, asset }: { readonly item: KeptItem | null; readonly asset: Asset | null },
): Judged {
  const { outcome, reason, keptKey, series, matched, formerKey, formerName } = device;
  const keeper = keptKey === null ? null : publishedDevice(database, bridge.name, series, keptKey);
  return {
    outcome,
    reason,
    words: labelOf(reason ?? '', bridge.exclusions ?? {}),
    gaveWayTo: keptKey === null ? null : { key: keptKey, name: keeper?.name ?? null },
    gaveWay: gaveWayTo(database, bridge.name, device).map((each) => ({
      key: each.key,
      name: each.name,
      reason: each.reason,
    })),
    matched,
    formerKey,
    formerName,
    item: item && { firstRun: item.firstRun, missingSince: item.missingSince, retired: item.retired },
    staleness: asset?.life.staleness ?? null,
  };
}

/** The cells of the item, which are those of the file but for characters that it cannot hold, beside the profile's own. */
function writtenCells(
  database: Database,
  bridge: Bridge,
  { run, series }: KeptDevice,
  { asset, item }: { readonly asset: Asset; readonly item: KeptItem },
): WrittenCell[] {
  const kept = database.get('SELECT document FROM profile WHERE run = ?', [run])?.document;
  const profile = keptProfile(String(kept));
  const own = new Map(
    (profile ? explainRow(profile, bridge.name, asset) : []).map((each) => [each.header, each]),
  );
  const format = formatOf(fileOfSeries(bridge.name, series));
  return item.cells.map(([header, cell]) => {
    const { fields = [], losses = [], cell: expected = cell } = own.get(header) ?? {};
    const written = cleaner(format).clean(cell);
    return {
      header,
      fields,
      cell: written,
      losses: [
        ...(cell === expected ? losses : (['corrected'] as const)),
        ...(cell === '' && losses.length === 0 && fields.includes('status')
          ? (['leftToOctopus'] as const)
          : []),
        ...(written === cell ? [] : (['replaced'] as const)),
      ],
    };
  });
}

function formatOf(file: string): CellFormat {
  const extension = extname(file).toLowerCase();
  return extension === '.csv' ? 'csv' : extension === '.xlsx' ? 'xlsx' : 'database';
}
