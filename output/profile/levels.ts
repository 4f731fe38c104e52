/** A path of levels in one cell. */
export interface JoinedLevels {
  readonly text: string;
  /** The name of a level held the separator, which would have split it. */
  readonly cleaned: boolean;
  /** A level is not known although one below it is: the path ends above it. */
  readonly ended: boolean;
}

/**
 * Joins the names of levels from the top. A separator inside a name becomes a hyphen between spaces. The path ends above
 * the first unknown level, because what is below it would land in the wrong place.
 */
export function joinLevels(names: readonly string[], separator: string): JoinedLevels {
  const levels = names.map((name) => cleanLevel(name, separator));
  const end = levels.indexOf('');
  const kept = end === -1 ? levels : levels.slice(0, end);
  return {
    text: kept.join(separator),
    cleaned: names.slice(0, kept.length).some((name) => name.includes(separator)),
    ended: levels.slice(kept.length).some((level) => level !== ''),
  };
}

/** A name without the separator: `Finances | Paie` becomes `Finances - Paie`. */
const cleanLevel = (name: string, separator: string): string =>
  name
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' - ');
