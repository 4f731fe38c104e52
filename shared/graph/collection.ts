import { SourceError } from '../errors.ts';
import { addressOf, isItem, type Line } from './call.ts';
import { messages } from './messages.ts';
import type { Item } from './source.ts';

/** A page of a collection: what it holds, and the address of the next one, null after the last. */
export interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The links of one reading of a collection, to notice one that comes again. */
export type SeenLinks = Set<string>;

/** Reads a page. Throws `SourceError` for anything else, and for a link that leads away, nowhere or back. */
export function readPage(document: Item, path: string, line: Pick<Line, 'root'>, seen: SeenLinks): Page {
  const { value } = document;
  if (!Array.isArray(value) || !value.every(isItem)) throw notAPage(path);
  return { items: value, next: nextLink(document['@odata.nextLink'], path, line, seen) };
}

/** The link to the next page, as it was received: it is opaque. */
function nextLink(link: unknown, path: string, line: Pick<Line, 'root'>, seen: SeenLinks): string | null {
  if (link === undefined || link === null) return null;
  if (typeof link !== 'string' || !URL.canParse(link)) throw notAPage(path);
  addressOf(line, link);
  if (seen.has(link)) throw new SourceError(messages.repeatedLink(path), { hint: messages.refusedHint });
  seen.add(link);
  return link;
}

const notAPage = (path: string) => new SourceError(messages.notAPage(path), { hint: messages.refusedHint });
