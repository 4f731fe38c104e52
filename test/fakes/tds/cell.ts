import type { ByteWriter } from './byte-writer.ts';

/** What a cell may hold: times as ISO text or `Date`, binaries as bytes or hexadecimal text. */
export type Value = string | number | bigint | boolean | Date | Uint8Array | null;

/** Writes one value that is not null; throws `TypeError` or `RangeError` on one that the type cannot hold. */
export type Encoder = (out: ByteWriter, value: NonNullable<Value>) => void;
