import { z } from 'zod';

/** What becomes of a device that has another name than the CI that was published of it. */
export const renameRule = z.enum(['follow', 'hold']).default('follow');

/** When a device that the source no longer lists is retired in Octopus, and for how long that is remembered, in days. */
export const retirementRules = z.strictObject({
  afterDays: z.int().min(1),
  forgetAfterDays: z.int().min(1).default(365),
});

/** How a run continues what its series published before. */
export interface IdentityRules {
  readonly renames: z.infer<typeof renameRule>;
  /** Null where nothing is ever retired. */
  readonly retirement: z.infer<typeof retirementRules> | null;
}

/** What a series published before, in the store at a path, and how a run of now continues it. */
export interface Past {
  readonly storePath: string;
  readonly series: string;
  readonly rules: IdentityRules;
  readonly now: Date;
}

/** Of two records of one thing, the one that was published stays until the other was seen more days later than this. */
export const clearlyNewerDays = 7;
