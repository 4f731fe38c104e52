import type { Writable } from 'node:stream';
import type { Progress, ProgressEvent } from '../shared/run/progress.ts';
import type { Secrets } from '../shared/secret.ts';
import { chooseLanguage, type Language, type Text } from '../shared/text.ts';
import { messages } from './messages.ts';

/** stdout or stderr. */
export type Stream = Writable & { readonly isTTY?: boolean };

/** Where the command speaks: results on stdout, all else on stderr, never a secret on either. */
export class Terminal {
  readonly secrets: Secrets;
  readonly #out: Stream;
  readonly #err: Stream;
  #language: Language;
  readonly #asked: boolean;
  #progressShown = false;

  /** `asked`: the language that the command line names, if it does. */
  constructor(out: Stream, err: Stream, asked: string | undefined, secrets: Secrets) {
    this.#out = out;
    this.#err = err;
    this.#asked = asked !== undefined;
    this.#language = chooseLanguage(asked, process.env);
    this.secrets = secrets;
  }

  get language(): Language {
    return this.#language;
  }

  /** The configuration's language, unless the command line names one. */
  followConfig(configured: Language | undefined): void {
    if (configured && !this.#asked) this.#language = configured;
  }

  /** One line of the result. */
  print(line: string): void {
    this.#clearProgress();
    this.#out.write(`${this.secrets.redact(line)}\n`);
  }

  /** One line about the run. */
  tell(text: Text): void {
    this.#clearProgress();
    this.#err.write(`${this.secrets.redact(text[this.#language])}\n`);
  }

  /** Shows that the run lives: one changing line on a terminal, nothing in a task. */
  readonly progress: Progress = (event) => {
    if (this.#err.isTTY !== true) return;
    this.#err.write(`\r\u001b[2K${describe(event)[this.#language]}`);
    this.#progressShown = true;
  };

  #clearProgress(): void {
    if (this.#progressShown) this.#err.write('\r\u001b[2K');
    this.#progressShown = false;
  }
}

function describe({ step, subject, count }: ProgressEvent): Text {
  switch (step) {
    case 'read':
      return messages.stepRead(subject, count);
    case 'normalize':
      return messages.stepNormalize(count);
    case 'write':
      return messages.stepWrite(subject, count);
  }
}
