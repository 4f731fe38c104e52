import type { Explained } from '../asset.ts';
import type { Notice } from '../text.ts';
import type { Remarks } from './definition.ts';

/** Counts what is remarked of assets, by code and subject. */
export class Tally {
  readonly #remarks: Remarks | undefined;
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(remarks: Remarks | undefined) {
    this.#remarks = remarks;
  }

  count(explained: Explained): void {
    for (const { code, subject } of this.#remarks?.of(explained) ?? []) {
      const subjects = this.#counts.get(code) ?? new Map<string, number>();
      this.#counts.set(code, subjects.set(subject, (subjects.get(subject) ?? 0) + 1));
    }
  }

  /** One notice a code, in the order of the codes. */
  notices(): Notice[] {
    const byCode = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return byCode.flatMap(([code, subjects]) => {
      const most = [...subjects].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return this.#remarks ? [{ code, text: this.#remarks.tell(code, most) }] : [];
    });
  }
}
