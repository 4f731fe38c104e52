import { SaxesParser } from 'saxes';
import { nearest } from '../../shared/nearest.ts';
import type { Content } from '../contract/content.ts';
import { contentOf, contents } from '../contract/contents.ts';
import type { Place, Violations } from './violation.ts';

/** A `<Source>` as it stands in the file. */
export interface SourceEntry {
  readonly name: string;
  readonly line: number;
  /** The children, in order. */
  readonly tags: readonly { readonly name: string; readonly value: string; readonly line: number }[];
}

const basicTags = ['ConnectionString', 'ViewName', 'Content'];

/** Reads a configuration, and reports whatever is wrong with its bytes, its form, its names, tags and values. */
export function readImporterXml(bytes: Buffer, file: string, violations: Violations): SourceEntry[] {
  const at = (row: number | null, source: string | null = null, header: string | null = null): Place => ({
    file,
    source,
    sheet: null,
    row,
    header,
  });
  checkBytes(bytes, at, violations);
  const entries = parse(bytes.toString('utf8').replace(/^\ufeff/, ''), at, violations);
  const names = new Set<string>();
  for (const { name, line } of entries) {
    if (!/^[A-Za-z0-9_.-]([A-Za-z0-9 _.-]*[A-Za-z0-9_.-])?$/.test(name))
      violations.add('source-name', at(line, name), name);
    if (names.has(name.toLowerCase())) violations.add('source-name-twice', at(line, name), name);
    names.add(name.toLowerCase());
  }
  for (const entry of entries) checkTags(entry, at, violations);
  checkOrder(entries, at, violations);
  return entries;
}

type At = (row: number | null, source?: string | null, header?: string | null) => Place;

function checkBytes(bytes: Buffer, at: At, violations: Violations): void {
  const foreign = bytes.findIndex((byte) => byte > 126 || (byte < 32 && ![9, 10, 13].includes(byte)));
  if (foreign >= 0) {
    const line = bytes.subarray(0, foreign).toString('latin1').split('\n').length;
    violations.add('xml-not-ascii', at(line), `0x${(bytes[foreign] ?? 0).toString(16).toUpperCase()}`);
  }
  if (!/^(\xef\xbb\xbf)?<\?xml version="1\.0" encoding="utf-8"\s*\?>/i.test(bytes.toString('latin1', 0, 80)))
    violations.add('xml-declaration', at(1));
}

function parse(xml: string, at: At, violations: Violations): SourceEntry[] {
  const entries: { name: string; line: number; tags: { name: string; value: string; line: number }[] }[] = [];
  const parser = new SaxesParser();
  const path: string[] = [];
  let text = '';
  let line = 1;
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length <= 3) text = '';
    const expected = ['Sources', 'Source'][path.length - 1];
    if ((expected ?? name) !== name || path.length > 3)
      violations.add('xml-structure', at(line, null, name), name);
    else if (path.length === 2) entries.push({ name: attributes.Name ?? '', line, tags: [] });
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (path.length === 3 && path[1] === 'Source') entries.at(-1)?.tags.push({ name, value: text, line });
    path.pop();
  });
  try {
    parser.write(xml).close();
    if (entries.length === 0) violations.add('source-missing', at(null));
    return entries;
  } catch (error) {
    violations.add('xml-malformed', at(parser.line), error instanceof Error ? error.message : '');
    return [];
  }
}

function checkTags({ name: source, line, tags }: SourceEntry, at: At, violations: Violations): void {
  for (const name of basicTags)
    if (!tags.some((tag) => tag.name === name && tag.value.trim() !== ''))
      violations.add('tag-missing', at(line, source, name), '', name);
  const contentTag = tags.find(({ name }) => name === 'Content');
  const content = contentMeant(contentTag?.value ?? '');
  if (contentTag && contentTag.value !== '' && content?.name !== contentTag.value) {
    const code = content ? 'content-spelling' : 'content-unknown';
    violations.add(code, at(contentTag.line, source, 'Content'), contentTag.value, content?.name);
  }
  const seen = new Set<string>();
  for (const { name, value, line } of tags) {
    const place = at(line, source, name);
    if (seen.has(name)) violations.add('tag-twice', place, name);
    seen.add(name);
    if (basicTags.includes(name)) continue;
    checkTag({ name, value }, content, place, violations);
  }
}

function checkTag(
  { name, value }: { readonly name: string; readonly value: string },
  content: Content | null,
  place: Place,
  violations: Violations,
): void {
  const known = content?.tags ?? allTags;
  const tag = known.find((each) => each.name === name);
  if (!tag) {
    const near = nearest(name, [...basicTags, ...known.map((each) => each.name)])[0] ?? '';
    // Of an unknown content the tags are unknown too, but the case of a known one is not in doubt.
    if (content || near.toLowerCase() === name.toLowerCase())
      violations.add('tag-unknown', place, name, near);
  } else if (content && !tag.values.includes(value)) {
    const spelled = tag.values.some((each) => each.toLowerCase() === value.toLowerCase());
    const code = tag.open && !spelled && value !== '' ? 'tag-value-unconfirmed' : 'tag-value';
    violations.add(code, place, value, tag.values.join(', '));
  }
}

const allTags = contents.flatMap(({ tags }) => tags);

/** The content of a name, or of the one that it resembles; null for one that is not described. */
export function contentMeant(name: string): Content | null {
  const names = contents.map((content) => content.name);
  return contentOf(name) ?? contentOf(nearest(name, names)[0] ?? '');
}

/** What a record refers to comes before it in the file. */
function checkOrder(entries: readonly SourceEntry[], at: At, violations: Violations): void {
  const contentTag = ({ tags }: SourceEntry) => tags.find(({ name }) => name === 'Content');
  const refersTo = (entry: SourceEntry) => contentOf(contentTag(entry)?.value ?? '')?.refersTo ?? [];
  for (const [index, entry] of entries.entries()) {
    const tag = contentTag(entry);
    const early = tag && entries.slice(0, index).find((other) => refersTo(other).includes(tag.value));
    if (!tag || !early) continue;
    const expected = contentTag(early)?.value ?? '';
    violations.add('content-order', at(tag.line, entry.name, 'Content'), tag.value, expected);
  }
}
