import { z } from 'zod';
import { conditions, refuseEmpty } from './condition.ts';
import { messages } from './messages.ts';
import { type StalenessRules, stalenessRules } from './staleness.ts';

/** Why a device is left out although its bridge keeps it; a rule of `exclude` has its own name. */
export const populationReasons = ['outside', 'stale'] as const;

/** What a rule may say besides its conditions: the sources that it is about; every one without it. */
const about = <Source extends string>(sources: readonly Source[]) => ({
  source: z.union([z.enum(sources), z.array(z.enum(sources)).min(1)]).optional(),
});

/**
 * The blocks `rules.only`, `rules.exclude` and `rules.staleness`. `reserved`: reasons of the bridges, which no rule may
 * have as its name.
 */
export function populationBlocks(sources: readonly string[], reserved: readonly string[]) {
  const only = z.strictObject({ ...about(sources), ...conditions }).superRefine(refuseEmpty);
  const exclude = z
    .strictObject({
      /** Shown as the reason wherever devices are counted. */
      name: z.string().trim().min(1).max(40),
      ...about(sources),
      ...conditions,
    })
    .superRefine(refuseEmpty);
  return {
    /** Which devices are wanted: those that one of these rules describes; every one without a rule. */
    only: z.array(only).default([]),
    /** Which devices are left out, whatever else they are. */
    exclude: z
      .array(exclude)
      .default([])
      .superRefine(refuseNames([...populationReasons, ...reserved])),
    /** What becomes of devices that have been silent; nothing without this block. */
    staleness: stalenessRules.optional(),
  };
}

/** Two rules of one name would be counted as one. */
const refuseNames =
  (reserved: readonly string[]) =>
  (rules: readonly { readonly name: string }[], context: z.RefinementCtx): void => {
    const taken = new Set(reserved.map((name) => name.toLowerCase()));
    for (const [index, { name }] of rules.entries()) {
      if (taken.has(name.toLowerCase())) {
        const params = { text: messages.nameTaken(name) };
        context.addIssue({ code: 'custom', path: [index, 'name'], params });
      }
      taken.add(name.toLowerCase());
    }
  };

type Blocks = ReturnType<typeof populationBlocks>;
/** One rule about devices. */
export type OnlyRule = z.infer<Blocks['only']>[number];
export type ExcludeRule = z.infer<Blocks['exclude']>[number];

/** The rules of a site about which devices are published. */
export interface PopulationRules {
  readonly only: readonly OnlyRule[];
  readonly exclude: readonly ExcludeRule[];
  readonly staleness?: StalenessRules | undefined;
}

/** Those that are about one source. */
export function rulesFor(source: string, { only, exclude, staleness }: PopulationRules): PopulationRules {
  const isAbout = ({ source: named }: OnlyRule) => named === undefined || [named].flat().includes(source);
  return { only: only.filter(isAbout), exclude: exclude.filter(isAbout), staleness };
}

/** The collections that the rules about one source name, as patterns. */
export function collectionsNamed(source: string, rules: PopulationRules): string[] {
  const { only, exclude } = rulesFor(source, rules);
  const named = [...only, ...exclude].flatMap(({ collection }) => collection ?? []);
  return [...new Set(named)];
}
