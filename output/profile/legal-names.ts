import type { Text } from '../../shared/text.ts';
import { messages } from './mistake-messages.ts';

/** A mistake in both languages, as `readYamlFile` tells it. */
export const told = (text: Text) => ({ message: text.en, params: { text } });

type Rule = [test: (value: string) => boolean, fault: ReturnType<typeof told>];

/** Sheet names that Excel takes and that the Microsoft driver reads as they are. */
export const legalSheetName: Rule = [
  (value) => /^[\p{L}\p{N}_-](?:[\p{L}\p{N} _-]{0,29}[\p{L}\p{N}_-])?$/u.test(value),
  told(messages.sheetName),
];

/** Source names that DataImporter takes once `{source}` is filled in. */
export const legalSourceName: Rule = [
  (value) => /^[A-Za-z0-9 _.-]+$/.test(value.replaceAll('{source}', 'X')) && value.trim() === value,
  told(messages.sourceName),
];

/** Source names of what no bridge reads. */
export const plainSourceName: Rule = [
  (value) => !value.includes('{') && legalSourceName[0](value),
  told(messages.plainSourceName),
];
