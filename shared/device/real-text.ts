import { comparable } from './placeholder.ts';
import { type PlaceholderCatalogue, placeholders } from './placeholder-catalogue.ts';

/** The text, or null when it only fills an empty firmware field. */
export function realText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return placeholders().fillers.has(comparable(text)) ? null : text;
}

/** A reader of one kind of field, which has placeholders of its own besides the fillers. */
export function realTextExcept(kind: keyof PlaceholderCatalogue): typeof realText {
  return (text) => {
    if (text === null || text === undefined) return null;
    const value = comparable(text);
    const lists = placeholders();
    return lists.fillers.has(value) || lists[kind].has(value) ? null : text;
  };
}
