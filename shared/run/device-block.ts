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

/** Bytes on their way into a block, of whichever is open: what waits as text fills the heap. */
let room = Buffer.allocUnsafe(1 << 20);
const mostBytesOfCharacter = 3;

class OpenBlock {
  readonly #devices: DeviceEntry[] = [];
  /** Where the document of each asset stands in the room. */
  readonly #documents: { readonly from: number; readonly to: number }[] = [];
  #length = 0;

  get isFull(): boolean {
    return this.#devices.length === blockSize;
  }

  get isEmpty(): boolean {
    return this.#devices.length === 0;
  }

  add(outcome: Outcome, decisions: FindingCounts, cellsOf: (asset: Asset) => MadeCells | null): void {
    const lineBreak = this.isEmpty ? '' : '\n';
    const rows = `${lineBreak}{"rows":${outcome.rows},"rules":`;
    if (outcome.kind === 'excluded') {
      const { reason, about } = outcome;
      this.#devices.push({ about, reason, asset: null, size: 0, cells: null });
      this.#write(`${rows}null,"asset":null}`);
      return;
    }
    const { asset, rules } = outcome.explained;
    const entry = assetEntry(asset);
    const from = this.#write(`${rows}${JSON.stringify(rules)},"asset":`);
    const to = this.#write(JSON.stringify(asset));
    this.#write('}');
    this.#documents.push({ from, to });
    const made = { asset: entry, size: to - from, cells: cellsOf(asset) };
    this.#devices.push({ about: aboutAsset(asset), reason: null, ...made });
    for (const field in rules) decisions.count(field, rules[field] ?? '');
  }

  close(): DeviceBlock {
    const documents = new Uint8Array(this.#documents.reduce((sum, { from, to }) => sum + to - from, 0));
    let at = 0;
    for (const { from, to } of this.#documents) {
      documents.set(room.subarray(from, to), at);
      at += to - from;
    }
    const explained = new Uint8Array(brotliCompressSync(room.subarray(0, this.#length), { params }));
    return { devices: this.#devices, documents, explained };
  }

  /** Appends a text; returns where it ends. */
  #write(text: string): number {
    const needed = this.#length + text.length * mostBytesOfCharacter;
    if (needed > room.length) room = Buffer.concat([room.subarray(0, this.#length)], needed * 2);
    this.#length += room.write(text, this.#length);
    return this.#length;
  }
}
