import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Archive, openArchive } from './archive.ts';
import { SharedTexts } from './shared-texts.ts';

/** A workbook that was opened: what its sheets refer to. */
export interface Workbook {
  readonly archive: Archive;
  /** Path of each sheet inside the archive, by name, in order. */
  readonly sheets: ReadonlyMap<string, string>;
  /** The number format of each cell style. */
  readonly formats: readonly string[];
  /** The texts that cells refer to by number. */
  readonly texts: Pick<SharedTexts, 'at'>;
}

/** Opens a workbook. Throws `TypeError` or what the XML parser throws on a file that is none, or is damaged. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const archive = await openArchive(path);
  const targets = new Map<string, string>();
  await parseEntry(archive, 'xl/_rels/workbook.xml.rels', (tag, attributes) => {
    if (tag === 'Relationship') targets.set(attributes.Id ?? '', entryName(attributes.Target ?? ''));
  });
  const sheets = new Map<string, string>();
  await parseEntry(archive, 'xl/workbook.xml', (tag, attributes) => {
    if (tag === 'sheet') sheets.set(attributes.name ?? '', targets.get(attributes['r:id'] ?? '') ?? '');
  });
  const entries = [...targets.values()];
  const styles = entries.find((name) => name.endsWith('styles.xml'));
  const shared = entries.find((name) => name.endsWith('sharedStrings.xml'));
  const formats = styles === undefined ? [] : await readFormats(archive, styles);
  const texts = shared === undefined ? new SharedTexts() : await readTexts(archive, shared);
  return { archive, sheets, formats, texts };
}

/** A target is relative to the folder `xl`, or to the archive when it begins with a slash. */
const entryName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

type Attributes = SaxesTagPlain['attributes'];

async function parseEntry(
  archive: Archive,
  entry: string,
  opened: (tag: string, attributes: Attributes) => void,
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => opened(plainName(name), attributes));
  for await (const piece of archive.text(entry)) parser.write(piece);
  parser.close();
}

/** A tag without the prefix that some programs write. */
export const plainName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Numbers of the formats that every workbook knows without naming them. */
const builtIn = new Map([
  ['0', 'General'],
  ['49', '@'],
]);

async function readFormats(archive: Archive, entry: string): Promise<string[]> {
  const named = new Map(builtIn);
  const formats: string[] = [];
  let inCellStyles = false;
  await parseEntry(archive, entry, (tag, attributes) => {
    if (tag === 'numFmt') named.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
    // Every list of styles holds the same tag; only this one is what cells refer to.
    else if (tag === 'cellXfs') inCellStyles = true;
    else if (tag === 'cellStyles' || tag === 'cellStyleXfs' || tag === 'dxfs') inCellStyles = false;
    else if (tag === 'xf' && inCellStyles) {
      const id = attributes.numFmtId ?? '0';
      formats.push(named.get(id) ?? `format ${id}`);
    }
  });
  return formats;
}

async function readTexts(archive: Archive, entry: string): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const parser = new SaxesParser();
  let text = '';
  let within = false;
  let phonetic = false;
  parser.on('opentag', ({ name }) => {
    const tag = plainName(name);
    if (tag === 'si') text = '';
    else if (tag === 't') within = !phonetic;
    else if (tag === 'rPh') phonetic = true;
  });
  parser.on('text', (part) => {
    if (within) text += part;
  });
  parser.on('closetag', ({ name }) => {
    const tag = plainName(name);
    if (tag === 'si') texts.add(unescaped(text));
    else if (tag === 't') within = false;
    else if (tag === 'rPh') phonetic = false;
  });
  for await (const piece of archive.text(entry)) parser.write(piece);
  parser.close();
  return texts;
}

/** Undoes `_x005F_`, by which a workbook writes a character that it cannot hold, or the underscore itself. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
