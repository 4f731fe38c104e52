import { type CounterName, counterNames, defaultPatterns } from './default-patterns.ts';
import type { LogPatterns } from './settings.ts';

/** The numbers that a log states; null where it states none. */
export type Counters = Readonly<Record<CounterName, number | null>>;

/** Lines of one kind: how many there are, and the first of them. */
export interface FoundLines {
  readonly count: number;
  readonly first: readonly string[];
}

/** What a log says, by the patterns. */
export interface LogFindings {
  /** Lines that are not blank. */
  readonly lines: number;
  readonly errors: FoundLines;
  readonly warnings: FoundLines;
  /** A line says that the import was complete. */
  readonly success: boolean;
  /** By name of the source that was sent. */
  readonly counters: ReadonlyMap<string, Counters>;
}

/** How many lines of a kind are kept, and how much of each. */
const linesKept = 20;
const lengthKept = 300;

/** Understands a log line by line; memory does not grow with the log. */
export class LogReading {
  readonly #patterns: LogPatterns;
  readonly #success: readonly RegExp[];
  readonly #harmless: readonly RegExp[];
  readonly #counters: ReadonlyMap<string, Record<CounterName, number | null>>;
  readonly #names: readonly string[];
  readonly #errors = new Kept();
  readonly #warnings = new Kept();
  /** Null before the first source, where there are several: such numbers belong to none of them. */
  #current: string | null;
  #lines = 0;
  #isComplete = false;

  /** `sources`: the names that were sent. */
  constructor(patterns: LogPatterns, sources: readonly string[]) {
    this.#patterns = patterns;
    this.#success = patterns.success ?? defaultPatterns.success;
    this.#harmless = patterns.harmless.map(({ source }) => new RegExp(source, 'giu'));
    this.#counters = new Map(
      sources.map((name) => [
        name,
        { processed: null, added: null, modified: null, ignored: null, inError: null },
      ]),
    );
    // The longest first: one name may begin with another.
    this.#names = sources.toSorted((a, b) => b.length - a.length);
    this.#current = sources.length === 1 ? (sources[0] ?? null) : null;
  }

  /** Takes one line; `shown` is what of it may be told. */
  add(line: string, shown: string): void {
    if (line.trim() === '') return;
    this.#lines += 1;
    if (matches(this.#patterns.source, line)) {
      const lower = line.toLowerCase();
      this.#current = this.#names.find((name) => lower.includes(name.toLowerCase())) ?? this.#current;
    }
    if (this.#isError(line)) this.#errors.add(shown);
    else if (matches(this.#patterns.warning, line)) this.#warnings.add(shown);
    if (matches(this.#success, line)) this.#isComplete = true;
    this.#count(line);
  }

  findings(): LogFindings {
    return {
      lines: this.#lines,
      errors: this.#errors,
      warnings: this.#warnings,
      success: this.#isComplete,
      counters: this.#counters,
    };
  }

  #isError(line: string): boolean {
    if (!matches(this.#patterns.error, line)) return false;
    const rest = this.#harmless.reduce((text, pattern) => text.replace(pattern, ' '), line);
    return rest === line || matches(this.#patterns.error, rest);
  }

  /** A number that is stated again replaces the former one: logs count on as they go. */
  #count(line: string): void {
    const counters = this.#current === null ? undefined : this.#counters.get(this.#current);
    if (!counters || !/\d/.test(line)) return;
    for (const name of counterNames) {
      const stated = firstNumber(this.#patterns.counters[name], line);
      if (stated !== null) counters[name] = stated;
    }
  }
}

class Kept implements FoundLines {
  count = 0;
  readonly first: string[] = [];

  add(line: string): void {
    this.count += 1;
    if (this.first.length >= linesKept) return;
    const text = line.trim();
    this.first.push(text.length > lengthKept ? `${text.slice(0, lengthKept)}…` : text);
  }
}

const matches = (patterns: readonly RegExp[], line: string): boolean =>
  patterns.some((pattern) => pattern.test(line));

/** The number in the first pattern that finds one; spaces and commas between its thousands do not matter. */
function firstNumber(patterns: readonly RegExp[], line: string): number | null {
  for (const pattern of patterns) {
    const digits = pattern.exec(line)?.[1]?.replace(/\D/g, '');
    const value = digits ? Number(digits) : Number.NaN;
    if (Number.isSafeInteger(value)) return value;
  }
  return null;
}
