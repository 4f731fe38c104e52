const mostBytesOfUnit = 3;

/** Most bytes that a text can take in UTF-8, without looking at it. */
export const mostBytes = (text: string): number => text.length * mostBytesOfUnit;
