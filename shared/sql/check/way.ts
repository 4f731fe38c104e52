import type { Stated } from '../../finding.ts';
import type { SqlServerSettings } from '../settings.ts';
import { networkMessages as messages } from './network-messages.ts';

/** Most that each step may take; less where the site lets a server be silent for less. */
const longestSeconds = 10;

/** The way to one server. */
export interface Way {
  readonly settings: SqlServerSettings;
  /** PEM text of `certificateAuthority`. */
  readonly authority: string | null;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** Why the way ends before the server. */
export class Obstacle extends Error {
  readonly stated: Stated;

  constructor(stated: Stated, cause?: unknown) {
    super(stated.text.en, { cause });
    this.stated = stated;
  }
}

/** Seconds that one step may take. */
export const stepSeconds = ({ settings }: Way): number => Math.min(longestSeconds, settings.idleSeconds);

/** Aborted when a step that begins now has taken too long, or when the user stops the command. */
export function limitOf(way: Way): AbortSignal {
  return AbortSignal.any([way.signal, AbortSignal.timeout(stepSeconds(way) * 1000)]);
}

/** What an error is called by those who look it up: its code, or that no answer came. */
export function reasonOf(error: unknown, way: Way): Stated['text'] {
  const { code, message, name }: { code?: unknown; message?: unknown; name?: unknown } = Object(error);
  if (name === 'AbortError' || name === 'TimeoutError') return messages.noAnswer(stepSeconds(way));
  const reason = typeof code === 'string' ? code : String(message ?? error);
  return { fr: reason, en: reason };
}
