import type { BridgeError } from './errors.ts';
import type { Text } from './text.ts';

/** What a check was about and what it saw. */
export interface Stated {
  /** Stable and never translated. */
  readonly code: string;
  /** The thing that was looked at, in a word: the port, the certificate, a section. */
  readonly subject: Text;
  readonly text: Text;
  /** What to do. */
  readonly hint?: Text;
  /** What the text rests on, for programs: counts, versions, names; never a secret. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** One result of a check. An `error` keeps an extraction from working, which would end with `exitCode`. */
export type Finding =
  | (Stated & { readonly level: 'ok' | 'warning' })
  | (Stated & { readonly level: 'error'; readonly exitCode: number });

/** A finding of what stopped the source, in the words that an extraction would stop with. */
export function failure(
  code: string,
  subject: Text,
  { text, hint, exitCode }: BridgeError,
  facts: Stated['facts'] = {},
): Finding {
  return { code, level: 'error', subject, text, ...(hint && { hint }), facts, exitCode };
}
