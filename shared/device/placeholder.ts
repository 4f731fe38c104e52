/** Text as placeholders are compared: upper case and without spaces, which some systems strip. */
export const comparable = (text: string): string => text.replace(/\s+/gu, '').toUpperCase();

/** A list of placeholders, ready to compare. */
export const placeholderSet = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.map(comparable));

/** What makers write into any firmware field that they leave empty. */
export const fillers = [
  '',
  'N/A',
  'NA',
  'NONE',
  'NULL',
  '(NULL STRING)',
  'EMPTY',
  'INVALID',
  'UNKNOWN',
  'UNKNOW',
  'DEFAULT',
  'DEFAULT STRING',
  'NOT SPECIFIED',
  'NOT APPLICABLE',
  'NOT AVAILABLE',
  'TO BE FILLED BY O.E.M.',
  'TO BE FILLED BY OEM',
  'O.E.M.',
  'OEM',
  '.',
  '-',
  '*',
] as const;

const comparableFillers = placeholderSet(fillers);

/** The text, or null when it only fills an empty firmware field. */
export function realText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return comparableFillers.has(comparable(text)) ? null : text;
}

/** A reader of one kind of field, which has placeholders of its own besides the fillers. */
export function realTextExcept(placeholders: readonly string[]): typeof realText {
  const own = placeholderSet(placeholders);
  return (text) => {
    const value = realText(text);
    return value === null || own.has(comparable(value)) ? null : value;
  };
}
