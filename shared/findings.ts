/** What was met while devices were read, counted by what it is and by what it is about; plain data. */
export type Findings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts what is met. What several threads have counted is added up. */
export class FindingCounts {
  readonly #counts = new Map<string, Map<string, number>>();

  count(kind: string, subject: string, times = 1): void {
    const subjects = this.#counts.get(kind) ?? new Map<string, number>();
    if (subjects.size === 0) this.#counts.set(kind, subjects);
    subjects.set(subject, (subjects.get(subject) ?? 0) + times);
  }

  addAll(findings: Findings): void {
    for (const [kind, subjects] of Object.entries(findings))
      for (const [subject, times] of Object.entries(subjects)) this.count(kind, subject, times);
  }

  /** All that was met so far, by name. */
  sorted(): Findings {
    const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]) => (a < b ? -1 : 1);
    const kinds = [...this.#counts].map(
      ([kind, subjects]) => [kind, Object.fromEntries([...subjects].sort(byName))] as const,
    );
    return Object.fromEntries(kinds.sort(byName));
  }

  /** All that was met so far. */
  findings(): Findings {
    const kinds = [...this.#counts].map(([kind, subjects]) => [kind, Object.fromEntries(subjects)]);
    return Object.fromEntries(kinds);
  }
}
