import { brotliCompressSync, constants } from 'node:zlib';
import type { Asset } from '../asset.ts';
import type { Outcome } from '../bridge.ts';
import type { FindingCounts } from '../findings.ts';
import { type AboutDevice, aboutAsset } from '../read-device.ts';
import { type AssetEntry, assetEntry } from './asset-entry.ts';
import type { MadeCells } from './row-store.ts';

/** One device of a run and what was decided. */
export interface DeviceEntry {
  readonly about: AboutDevice;
  /** Why it is not of the population; null when it is. */
  readonly reason: string | null;
  /** Null where it became none. */
  readonly asset: AssetEntry | null;
  /** Bytes of the asset's document. */
  readonly size: number;
  /** The cells of its row; null where they are made later. */
  readonly cells: MadeCells | null;
}

/** Devices that follow one another, as the database of a run takes them. Plain data. */
export interface DeviceBlock {
  readonly devices: readonly DeviceEntry[];
  /** The documents of the assets (JSON), one after the other. */
  readonly documents: Uint8Array<ArrayBuffer>;
  /** What the source said of each device and what was decided: JSON, one a line, compressed with Brotli. */
  readonly explained: Uint8Array<ArrayBuffer>;
}

/** Devices that are compressed together: enough that what they have in common is written once. */
const blockSize = 64;
/** Half of what deflate leaves, in half of its time: the window spans the block. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 19 };

/**
 * What became of devices, in blocks, with cells where there is somebody to make them. `decisions` counts by field path which rules chose its value. Throws when an asset is
 * not of the schema.
 */
export function* deviceBlocks(
  outcomes: Iterable<Outcome>,
  decisions: FindingCounts,
  cellsOf: (asset: Asset) => MadeCells | null = () => null,
): Generator<DeviceBlock> {
  let block = new OpenBlock();
  for (const outcome of outcomes) {
    block.add(outcome, decisions, cellsOf);
    if (!block.isFull) continue;
    yield block.close();
    block = new OpenBlock();
  }
  if (!block.isEmpty) yield block.close();
}

class OpenBlock {
  readonly #devices: DeviceEntry[] = [];
  readonly #documents: Buffer[] = [];
  readonly #lines: string[] = [];

  get isFull(): boolean {
    return this.#devices.length === blockSize;
  }

  get isEmpty(): boolean {
    return this.#devices.length === 0;
  }

  add(outcome: Outcome, decisions: FindingCounts, cellsOf: (asset: Asset) => MadeCells | null): void {
    const { rows } = outcome;
    if (outcome.kind === 'excluded') {
      const { reason, about } = outcome;
      this.#devices.push({ about, reason, asset: null, size: 0, cells: null });
      this.#lines.push(`{"rows":${rows},"rules":null,"asset":null}`);
      return;
    }
    const { asset, rules } = outcome.explained;
    const entry = assetEntry(asset);
    const document = JSON.stringify(asset);
    const bytes = Buffer.from(document);
    const made = { asset: entry, size: bytes.length, cells: cellsOf(asset) };
    this.#devices.push({ about: aboutAsset(asset), reason: null, ...made });
    this.#documents.push(bytes);
    this.#lines.push(`{"rows":${rows},"rules":${JSON.stringify(rules)},"asset":${document}}`);
    for (const field in rules) decisions.count(field, rules[field] ?? '');
  }

  close(): DeviceBlock {
    const documents = new Uint8Array(this.#documents.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const bytes of this.#documents) {
      documents.set(bytes, at);
      at += bytes.length;
    }
    const explained = new Uint8Array(brotliCompressSync(this.#lines.join('\n'), { params }));
    return { devices: this.#devices, documents, explained };
  }
}
