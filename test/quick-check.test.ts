import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asset, assetSchema } from '../shared/asset.ts';
import { quickCheck } from '../shared/quick-check.ts';
import { outputAsset } from './fakes/output-asset.ts';
import { laptopAsset } from './fakes/sccm-laptop-asset.ts';

const isAsset = quickCheck(assetSchema);
const texts = ['', 'x', 'active', '2026-11-22', '2026-11-22T10:00:00Z', '2026-11-22T10:00', 'é\n'];
const numbers = [0, -1, 1.5, 2 ** 60, Number.NaN, Number.POSITIVE_INFINITY];
const nested = [[], ['x'], [null], {}, { x: 'y' }, { x: 1 }];
const odd = fc.constantFrom<unknown>(null, undefined, true, ...texts, ...numbers, ...nested);

/** The way to every place in a value, and to one more in each part of it. */
function* ways(value: unknown, way: readonly string[] = []): Generator<readonly string[]> {
  yield way;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, field] of Object.entries(value)) yield* ways(field, [...way, name]);
  yield [...way, Array.isArray(value) ? String(value.length) : 'further'];
}

/** A copy with another value in one place. */
function changed(value: unknown, [first, ...rest]: readonly string[], other: unknown): unknown {
  if (first === undefined) return other;
  if (Array.isArray(value))
    return Object.assign([...value], { [first]: changed(value[Number(first)], rest, other) });
  const known = Object.fromEntries(Object.entries(value ?? {}));
  return { ...known, [first]: changed(known[first], rest, other) };
}

const assets: readonly Asset[] = [laptopAsset, outputAsset('QC1', { nature: { class: 'server' } })];
const broken = fc
  .constantFrom(...assets)
  .chain((asset) =>
    fc
      .array(fc.tuple(fc.constantFrom(...ways(asset)), odd), { minLength: 1, maxLength: 2 })
      .map((changes) => changes.reduce<unknown>((known, [way, other]) => changed(known, way, other), asset)),
  );

describe('the quick check of an asset', () => {
  it('says of every value what the schema says', () => {
    for (const asset of assets) expect(isAsset(asset)).toBe(true);
    let wrong = 0;
    fc.assert(
      fc.property(broken, (value) => {
        const { success } = assetSchema.safeParse(value);
        if (!success) wrong += 1;
        expect(isAsset(value)).toBe(success);
      }),
      { numRuns: 2_000 },
    );
    expect(wrong).toBeGreaterThan(500);
  });

  it('is of no other form than it knows', () => {
    expect(() => quickCheck(z.union([z.string(), z.number()]))).toThrow(TypeError);
    expect(() => quickCheck(z.object({}))).toThrow(TypeError);
    expect(() => quickCheck(z.string().max(3))).toThrow(TypeError);
    expect(() => quickCheck(z.email())).toThrow(TypeError);
  });
});
