/** Markup as references, and `_x0041_`, which Excel reads as `A`, with its underscore escaped. */
export function textElement(text: string): string {
  // XML readers may take away spaces at the edges.
  const open = text.startsWith(' ') || text.endsWith(' ') ? '<t xml:space="preserve">' : '<t>';
  return `${open}${/[&<>]|_x/.test(text) ? escaped(text) : text}</t>`;
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (character) => references[character] ?? character);
