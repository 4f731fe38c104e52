/** Encodings of a CSV: `utf8` is for people, and then nothing is made for the importer. */
export const csvEncodings = ['windows-1252', 'utf8'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
