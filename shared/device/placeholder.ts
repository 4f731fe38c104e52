/** Text as placeholders are compared: upper case and without spaces, which some systems strip. */
export const comparable = (text: string): string => text.replace(/\s+/gu, '').toUpperCase();

/** A list of placeholders, ready to compare. */
export const placeholderSet = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.map(comparable));
