import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { messages } from './secret-messages.ts';

/** Where a secret is; the configuration never holds the secret itself. */
export const secretSchema = z
  .unknown()
  .superRefine((value, context) => {
    if (typeof value === 'string')
      context.addIssue({ code: 'custom', params: { text: messages.secretInPlace } });
  })
  .pipe(
    z.union([
      z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
      z.strictObject({ file: z.string().min(1) }),
    ]),
  );
export type SecretPlace = z.infer<typeof secretSchema>;

/** Fetches secrets, and takes every one it has fetched out of whatever is about to be shown or stored. */
export class Secrets {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #known = new Set<string>();

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** The secret at a place; files are relative to `folder`. Throws `ConfigError` when there is none. */
  fetch(place: SecretPlace, folder: string): string {
    const value = 'env' in place ? this.#environment[place.env] : readSecretFile(resolve(folder, place.file));
    if (!value) {
      const name = 'env' in place ? place.env : place.file;
      throw new ConfigError(messages.secretMissing(name), { hint: messages.secretMissingHint });
    }
    this.#known.add(value);
    return value;
  }

  /** Takes a secret that came another way, an access token for instance, out of whatever is shown or stored. */
  remember(secret: string): void {
    this.#known.add(secret);
  }

  /** The text with every fetched secret replaced, in its plain, JSON, URL and XML spellings. */
  redact(text: string): string {
    let clean = text;
    for (const secret of this.#known) {
      const json = JSON.stringify(secret).slice(1, -1);
      const spellings = [secret, json, encodeURIComponent(secret), xmlSpelling(secret)];
      for (const spelling of spellings) clean = clean.replaceAll(spelling, '***');
    }
    return clean;
  }
}

const xmlSpelling = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r?\n$/, '');
  } catch (cause) {
    throw new ConfigError(messages.secretMissing(path), { hint: messages.secretMissingHint, cause });
  }
}
