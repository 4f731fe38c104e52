import type { Text } from '../../shared/text.ts';
import { messages as fileMessages } from './file-messages.ts';
import { messages as rowMessages } from './row-messages.ts';
import type { Seen } from './violation.ts';
import { messages as xmlMessages } from './xml-messages.ts';

const messages = { ...xmlMessages, ...fileMessages, ...rowMessages };

/** Every rule there is; stable and never translated. */
export type RuleCode = Exclude<keyof typeof messages, `${string}-hint`>;

const isRule = (key: string): key is RuleCode => Object.hasOwn(messages, key) && !key.endsWith('-hint');

export const ruleCodes: readonly RuleCode[] = Object.keys(messages).filter(isRule);

/** What may be as it should: told, and no reason to refuse the files. */
const warnings: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'tag-value-unconfirmed',
  'content-unknown',
  'source-not-read',
  'folder-elsewhere',
  'sheet-unused',
  'long-text',
  'header-unknown',
  'header-not-in-profile',
  'value-replaced',
  'reference-unknown',
]);

/** Whether breaking this rule refuses the files. */
export const refuses = (code: RuleCode): boolean => !warnings.has(code);

/** What is wrong, in words. */
export function ruleText(code: RuleCode, seen: Seen): Text {
  const said: Text | ((seen: Seen) => Text) = messages[code];
  return typeof said === 'function' ? said(seen) : said;
}

/** What to do about it. */
export const ruleHint = (code: RuleCode): Text => messages[`${code}-hint`];
