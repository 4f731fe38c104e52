import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './errors.ts';
import { messages } from './secret-messages.ts';
import type { SecretPlace } from './secret-place.ts';

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
