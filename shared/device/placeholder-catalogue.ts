import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package-root.ts';
import type { Text } from '../text.ts';
import { readYamlFile } from '../yaml-file.ts';
import { guid } from './guid.ts';
import { formatBytes, formatMac } from './mac-form.ts';
import { messages } from './messages.ts';
import { comparable, placeholderSet } from './placeholder.ts';

const prefixBytes = 5;
const formatPrefix = (text: string) => formatBytes(text, prefixBytes);

/** Numbers in the one form in which they are compared. */
const numbers = (form: (text: string) => string | null, text: Text) =>
  z.array(z.string().refine((entry) => form(entry) !== null, { params: { text } })).default([]);
const texts = z.array(z.string()).default([]);

/** What stands where a value should be, by the kind of value: `placeholders.yaml`, and block `rules.placeholders`. */
export const placeholderLists = z.strictObject({
  /** Texts that fill any field. */
  fillers: texts,
  /** Serials. */
  serials: texts,
  /** SMBIOS UUIDs, in any usual spelling. */
  uuids: numbers(guid, messages.noUuid),
  /** MAC addresses, in any usual spelling. */
  macs: numbers(formatMac, messages.noMac),
  /** First five bytes of MAC addresses. */
  macPrefixes: numbers(formatPrefix, messages.noMacPrefix),
  /** Tags of the organisation in the firmware. */
  assetTags: texts,
  models: texts,
  manufacturers: texts,
  /** Type and SKU codes. */
  skus: texts,
});
export type PlaceholderLists = z.infer<typeof placeholderLists>;

/** The lists, ready to compare: texts folded, numbers in their one form. */
export type PlaceholderCatalogue = { readonly [Kind in keyof PlaceholderLists]: ReadonlySet<string> };

const none = placeholderLists.parse({});
let ofSite: PlaceholderLists = none;
let catalogue: PlaceholderCatalogue | null = null;

/** The lists as they were delivered. Throws `ConfigError` when their file is damaged. */
export const deliveredPlaceholders = (): PlaceholderLists =>
  readYamlFile(join(packageRoot, 'shared', 'device', 'placeholders.yaml'), placeholderLists);

/**
 * Adds the lists of a site to those that were delivered, from now on and for the whole process. Known once, before
 * anything is read, as the query files are: every judgement of a serial in bridges, output and store must be the same
 * one, and a parameter through all of them would only allow that it is not.
 */
export function usePlaceholders(site: PlaceholderLists = none): void {
  ofSite = site;
  catalogue = null;
}

/** All placeholders of this process. */
export function placeholders(): PlaceholderCatalogue {
  catalogue ??= compile(deliveredPlaceholders(), ofSite);
  return catalogue;
}

function compile(delivered: PlaceholderLists, site: PlaceholderLists): PlaceholderCatalogue {
  const both = (kind: keyof PlaceholderLists) => [...delivered[kind], ...site[kind]];
  const formed = (kind: keyof PlaceholderLists, form: (text: string) => string | null) =>
    new Set(both(kind).map((entry) => form(entry) ?? comparable(entry)));
  return {
    fillers: placeholderSet(both('fillers')),
    serials: placeholderSet(both('serials')),
    uuids: formed('uuids', guid),
    macs: formed('macs', formatMac),
    macPrefixes: formed('macPrefixes', formatPrefix),
    assetTags: placeholderSet(both('assetTags')),
    models: placeholderSet(both('models')),
    manufacturers: placeholderSet(both('manufacturers')),
    skus: placeholderSet(both('skus')),
  };
}
