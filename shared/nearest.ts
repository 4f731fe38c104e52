/** Up to three names that resemble the one asked for, best first: same last part, or few letters away. */
export function nearest(asked: string, names: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(asked.length / 3));
  const wanted = asked.toLowerCase();
  return [...names]
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter((each) => each.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((each) => each.name);
}

/** Letters to change, add or drop; a name that ends in the whole of the other one counts as near. */
function distance(a: string, b: string): number {
  const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
  return Math.min(edits(a, b), edits(last(a), last(b)) + 1);
}

function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const kept = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(kept, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
