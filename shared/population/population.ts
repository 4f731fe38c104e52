import type { Asset } from '../asset.ts';
import type { Outcome } from '../bridge.ts';
import { DataError } from '../errors.ts';
import { aboutAsset } from '../read-device.ts';
import type { RunStore } from '../run/store.ts';
import type { Notice } from '../text.ts';
import { compile, describe, type Holds } from './condition.ts';
import { messages } from './messages.ts';
import { ReferenceDay } from './reference-day.ts';
import { type ExcludeRule, type OnlyRule, type PopulationRules, rulesFor } from './rules.ts';
import { newestSign } from './staleness.ts';
import { type StalenessCounts, settleStaleness } from './staleness-pass.ts';

/** A rule with its test, and whether any device fitted it. */
interface Held<Rule> {
  readonly rule: Rule;
  readonly holds: Holds;
  met: boolean;
}

/** Judges by the rules of a site which devices of one source are published, and what silence makes of them. */
export class PopulationJudge {
  readonly #only: readonly Held<OnlyRule>[];
  readonly #exclude: readonly Held<ExcludeRule>[];
  readonly #staleness: PopulationRules['staleness'];
  readonly #reference = new ReferenceDay();
  readonly #counts: StalenessCounts = {
    reference: null,
    flagged: 0,
    retired: 0,
    dropped: 0,
    unknown: 0,
    ahead: 0,
  };

  constructor(rules: PopulationRules, source: string) {
    const { only, exclude, staleness } = rulesFor(source, rules);
    this.#only = only.map((rule) => ({ rule, holds: compile(rule), met: false }));
    this.#exclude = exclude.map((rule) => ({ rule, holds: compile(rule), met: false }));
    this.#staleness = staleness;
  }

  /** What the bridge tells of each device, with the devices that a rule leaves out; each asset with its newest clock. */
  *judged(outcomes: Iterable<Outcome>): Generator<Outcome> {
    for (const outcome of outcomes) {
      if (outcome.kind === 'excluded') {
        yield outcome;
        continue;
      }
      const asset = this.#dated(outcome.explained.asset);
      const reason = this.#reason(asset);
      if (reason !== null) yield { kind: 'excluded', reason, about: aboutAsset(asset), rows: outcome.rows };
      else {
        if (this.#staleness && asset.life.staleness === null) this.#counts.unknown += 1;
        yield { ...outcome, explained: { ...outcome.explained, asset } };
      }
    }
  }

  /**
   * Ends the judgement of a run whose assets are all in its store: judges silence, and returns how many assets were left
   * out for it. Throws `DataError` when no device fits one of the rules of `only`.
   */
  settle(store: RunStore): number {
    for (const [index, { rule, met }] of this.#only.entries())
      if (!met)
        throw new DataError(messages.onlyEmpty(index + 1, describe(rule)), { hint: messages.onlyEmptyHint });
    this.#counts.reference = this.#reference.day();
    const { reference } = this.#counts;
    if (this.#staleness && reference !== null)
      settleStaleness(store, this.#staleness, reference, this.#counts);
    return this.#counts.dropped;
  }

  /** What silence made of the devices, where a rule is about it; complete once settled. */
  facts(): { readonly staleness?: StalenessCounts } {
    return this.#staleness ? { staleness: this.#counts } : {};
  }

  /** What to know of the rules; complete once settled. */
  notices(): Notice[] {
    const { unknown, ahead, reference } = this.#counts;
    return [
      ...this.#exclude
        .filter(({ met }) => !met)
        .map(({ rule }) => ({
          code: 'rule-without-effect',
          text: messages.withoutEffect(rule.name, describe(rule)),
        })),
      ...(unknown > 0 ? [{ code: 'clock-unknown', text: messages.clockUnknown(unknown) }] : []),
      ...(ahead > 0 && reference !== null
        ? [{ code: 'clock-ahead', text: messages.clockAhead(ahead, reference) }]
        : []),
    ];
  }

  /** The first rule that leaves an asset out. Every rule is tried, to know which ones fit nothing. */
  #reason(asset: Asset): string | null {
    const wanted = holding(this.#only, asset);
    const unwanted = holding(this.#exclude, asset);
    if (this.#only.length > 0 && wanted === null) return 'outside';
    return unwanted?.name ?? null;
  }

  /** An asset with the newest of its clocks, whose day is counted. */
  #dated(asset: Asset): Asset {
    if (!this.#staleness) return asset;
    const sign = newestSign(asset.life, this.#staleness.clocks, null);
    if (sign === null) return asset;
    this.#reference.add(sign.since);
    return { ...asset, life: { ...asset.life, staleness: { tier: 'keep', ...sign } } };
  }
}

/** The first rule that holds for an asset; all that hold are remembered. */
function holding<Rule>(rules: readonly Held<Rule>[], asset: Asset): Rule | null {
  let first: Rule | null = null;
  for (const held of rules) {
    if (!held.holds(asset)) continue;
    held.met = true;
    first ??= held.rule;
  }
  return first;
}
