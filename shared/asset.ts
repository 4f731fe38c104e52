import { z } from 'zod';
import { firmware } from './asset/firmware.ts';
import { hardware } from './asset/hardware.ts';
import { identity } from './asset/identity.ts';
import { life } from './asset/life.ts';
import { links } from './asset/links.ts';
import { management } from './asset/management.ts';
import { mobile } from './asset/mobile.ts';
import { nature } from './asset/nature.ts';
import { network } from './asset/network.ts';
import { os } from './asset/os.ts';
import { people } from './asset/people.ts';
import { place } from './asset/place.ts';
import { printing } from './asset/printing.ts';
import { purchase } from './asset/purchase.ts';

/**
 * One device, the same whatever source it came from. `null` always means that the source does not say;
 * lists are empty for the same reason. Strict: a field that is not named here is a mistake of a bridge.
 */
export const assetSchema = z.strictObject({
  identity,
  place,
  nature,
  firmware,
  os,
  hardware,
  network,
  people,
  life,
  links,
  /** Null where the source does not manage devices over the air. */
  management: management.nullable(),
  /** Null for what has neither a radio nor such numbers. */
  mobile: mobile.nullable(),
  /** Null for what does not print. */
  printing: printing.nullable(),
  /** Null where the source keeps no such dates. */
  purchase: purchase.nullable(),
  /** Columns that a site added to its queries, by column name. */
  extra: z.record(z.string(), z.string()),
});
export type Asset = z.infer<typeof assetSchema>;

/** A value with the rule that chose it, so that `explain` can tell. Rules are stable codes, not texts. */
export interface Choice<T> {
  readonly value: T;
  readonly rule: string;
}

/** One group of an asset's fields, with the rule behind each chosen field by its path in the asset. */
export interface Part<T> {
  readonly value: T;
  readonly rules: Readonly<Record<string, string>>;
}

/** An asset with the rule behind each of its chosen fields, by field path. */
export interface Explained {
  readonly asset: Asset;
  readonly rules: Readonly<Record<string, string>>;
}
