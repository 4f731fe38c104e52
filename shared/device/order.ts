type Key = string | number | boolean | null;
export type Comparator<T> = (a: T, b: T) => number;

/** Lowest first, unknown last; text by code unit, the same on every machine. */
export const ascending =
  <T>(key: (item: T) => Key): Comparator<T> =>
  (a, b) =>
    compareKeys(key(a), key(b), 1);

/** Highest first, unknown last. */
export const descending =
  <T>(key: (item: T) => Key): Comparator<T> =>
  (a, b) =>
    compareKeys(key(a), key(b), -1);

/** A sorted copy that does not depend on the order given: ties are broken by content. */
export function sorted<T>(items: readonly T[], ...comparators: readonly Comparator<T>[]): T[] {
  if (items.length < 2) return [...items];
  return [...items].sort((a, b) => {
    for (const compare of comparators) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return compareKeys(JSON.stringify(a), JSON.stringify(b), 1);
  });
}

/** The first item of each key, in the order given. */
export function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}

function compareKeys(a: Key, b: Key, direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -direction : direction;
}
