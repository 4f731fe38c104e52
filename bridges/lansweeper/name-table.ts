/** What a name means to a site; null for a name that nobody described. */
export type NameTable<T> = (name: string | null) => T | null;

/** A name as it is compared: without case, accents and surplus spaces, and with one kind of apostrophe. */
export function foldName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Meanings by name; later lists win over earlier ones. */
export function nameTable<T>(...lists: readonly Readonly<Record<string, T>>[]): NameTable<T> {
  const entries = lists.flatMap((list) => Object.entries(list));
  const meanings = new Map(entries.map(([name, meaning]) => [foldName(name), meaning]));
  // The same few names come with every asset, and folding one costs more than all that is done with it.
  const asWritten = new Map<string, T | null>();
  return (name) => {
    if (name === null) return null;
    const known = asWritten.get(name);
    if (known !== undefined) return known;
    const meaning = meanings.get(foldName(name)) ?? null;
    asWritten.set(name, meaning);
    return meaning;
  };
}
