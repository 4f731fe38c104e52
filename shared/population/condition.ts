import { z } from 'zod';
import { assetClasses } from '../asset/nature.ts';
import type { Asset } from '../asset.ts';
import { type Fits, glob } from './glob.ts';
import { messages } from './messages.ts';

/** One value or several, of which one must fit. */
const oneOrMore = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(1)]);
const pattern = oneOrMore(z.string().trim().min(1));

/** What a rule asks of a device; all that is asked must hold. A device of which the source does not say it does not fit. */
export const conditions = {
  /** SCCM: a collection by name; LanSweeper: a group; Intune: the device category. */
  collection: pattern.optional(),
  /** Organisational unit as `DOMAIN/OU/SUBOU`, and every unit below it. */
  ou: pattern.optional(),
  /** Class of the asset. */
  class: oneOrMore(z.enum(assetClasses)).optional(),
  /** Name of the device. */
  deviceName: pattern.optional(),
  /** Name of the address range that the device is in. */
  ipLocation: pattern.optional(),
};
const conditionNames = ['collection', 'ou', 'class', 'deviceName', 'ipLocation'] as const;
export type Conditions = {
  readonly [Name in keyof typeof conditions]?: string | readonly string[] | undefined;
};

/** Refuses a rule that asks nothing, for it would hold for every device. */
export function refuseEmpty(rule: Conditions, context: z.RefinementCtx): void {
  if (conditionNames.every((name) => rule[name] === undefined))
    context.addIssue({ code: 'custom', params: { text: messages.conditionMissing(conditionNames) } });
}

/** Whether a rule holds for an asset. */
export type Holds = (asset: Asset) => boolean;

/** What a rule asks, ready to be held against many assets. */
export function compile(rule: Conditions): Holds {
  const parts = conditionNames.flatMap((name) => {
    const asked = rule[name];
    if (asked === undefined) return [];
    const patterns = [asked].flat().map((each) => glob(each, name === 'ou' ? '(?:/.*)?' : ''));
    return [(asset: Asset) => fitsAny(told[name](asset), patterns)];
  });
  return (asset) => parts.every((holds) => holds(asset));
}

/** What an asset says to each condition. */
const told: Readonly<Record<(typeof conditionNames)[number], (asset: Asset) => readonly (string | null)[]>> =
  {
    collection: ({ place }) => place.groups,
    ou: ({ place }) => [place.ou],
    class: ({ nature }) => [nature.class],
    deviceName: ({ place }) => [place.name],
    ipLocation: ({ place }) => [place.ipLocation],
  };

const fitsAny = (texts: readonly (string | null)[], patterns: readonly Fits[]): boolean =>
  texts.some((text) => text !== null && patterns.some((fits) => fits(text)));

/** A rule in a few words, as it stands in the configuration: `collection: Siège, class: laptop`. */
export const describe = (rule: Conditions): string =>
  conditionNames
    .flatMap((name) => (rule[name] === undefined ? [] : `${name}: ${[rule[name]].flat().join(' | ')}`))
    .join(', ');
