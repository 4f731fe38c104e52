import { randomUUID } from 'node:crypto';
import type { HttpReply } from './send.ts';

/** What Graph says when it refuses, and the numbers that Microsoft's support asks for. */
export interface GraphError {
  /** Empty when the body is no error of Graph. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  readonly date: string;
}

const longestMessage = 600;

/** An id of our own for one request. */
export const newRequestId = (): string => randomUUID();

/** Reads the body of a refusal; null when it is not Graph that speaks. */
export function readGraphError(text: string, headers: HttpReply['headers']): GraphError | null {
  const error = objectIn(objectIn(parsed(text)).error);
  const inner = objectIn(error.innerError ?? error.innererror);
  if (typeof error.code !== 'string' && typeof error.message !== 'string') return null;
  return {
    code: textIn(error.code),
    message: plain(textIn(error.message)),
    requestId: headers['request-id'] ?? textIn(inner['request-id']),
    date: headers.date ?? textIn(inner.date),
  };
}

/** Intune puts a JSON document into the message: the sentence is its `Message`. */
function plain(message: string): string {
  const sentence = objectIn(parsed(message)).Message;
  return textIn(sentence ?? message)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestMessage);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const objectIn = (value: unknown): Record<string, unknown> => (value === null ? {} : Object(value));
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
