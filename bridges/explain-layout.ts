import { isRecord } from '../shared/is-record.ts';
import type { ReadRow, ReadRows } from '../shared/read-device.ts';

/** Characters of the longest line; fits a wide terminal and a mail. */
export const lineWidth = 100;
const indent = '  ';
const separator = ' · ';

/** Pieces side by side behind a label, on as many lines as they need, under each other. */
export function flowed(label: string, labelWidth: number, pieces: readonly string[]): string[] {
  const before = indent + label.padEnd(labelWidth) + indent;
  const below = ' '.repeat(before.length);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces.flatMap((each) => broken(each, lineWidth - before.length))) {
    const longer = line === '' ? piece : line + separator + piece;
    if (line !== '' && before.length + longer.length > lineWidth) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return [...lines, line].map((each, at) => ((at === 0 ? before : below) + each).trimEnd());
}

/** Words under each other behind columns that are already aligned. */
export function hanging(before: string, text: string): string[] {
  const below = ' '.repeat(before.length);
  return wrapped(text, Math.max(lineWidth - before.length, 30)).map(
    (line, at) => (at === 0 ? before : below) + line,
  );
}

/** The rows of each section, each row flowed; several rows of a section are numbered. */
export function sectionLines(rows: ReadRows, write: (column: string, value: unknown) => string): string[] {
  const names = Object.keys(rows);
  const labelWidth = Math.max(0, ...names.map((name) => name.length));
  return Object.entries(rows).flatMap(([name, sectionRows]) =>
    sectionRows.flatMap((row, at) => {
      const pieces = Object.entries(row).map(([column, value]) => `${column}: ${write(column, value)}`);
      const numbered =
        sectionRows.length > 1
          ? pieces.map((each, piece) => (piece === 0 ? `${at + 1}) ${each}` : each))
          : pieces;
      return flowed(at === 0 ? name : '', labelWidth, numbered.length > 0 ? numbered : ['—']);
    }),
  );
}

/** An object of groups as rows by section: what is a value stands in its group, what is a list or an object apart. */
export function sectionsOf(groups: Readonly<Record<string, unknown>>): ReadRows {
  const sections: Record<string, readonly ReadRow[]> = {};
  for (const [group, content] of Object.entries(groups)) {
    if (!isRecord(content)) continue;
    const own: Record<string, unknown> = {};
    const apart: Record<string, readonly ReadRow[]> = {};
    for (const [name, value] of Object.entries(content)) {
      if (isRecord(value)) apart[`${group}.${name}`] = [known(value)];
      else if (Array.isArray(value) && value.some(isRecord))
        apart[`${group}.${name}`] = value.filter(isRecord).map(known);
      else if (isKnown(value)) own[name] = value;
    }
    if (Object.keys(own).length > 0) sections[group] = [own];
    Object.assign(sections, apart);
  }
  return sections;
}

const isKnown = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** A row without what is not known; what lies deeper is one value. */
const known = (row: Readonly<Record<string, unknown>>): ReadRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => isKnown(value)));

/** A text in lines of at most `room`, broken at spaces where there are some. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A piece that is longer than the room, in pieces. */
function broken(piece: string, room: number): string[] {
  if (piece.length <= room) return [piece];
  const cut = piece.lastIndexOf(' ', room);
  const at = cut > room / 2 ? cut : room;
  return [piece.slice(0, at), ...broken(piece.slice(at).trimStart(), room)];
}
