import type { z } from 'zod';
import type { Explained } from '../asset.ts';
import type { Extraction } from '../bridge.ts';
import type { DeviceRecord, SectionSet } from '../extract/section.ts';
import type { Notice, Text } from '../text.ts';
import type { QueryFile } from './query-file.ts';
import type { Row } from './rows.ts';
import type { SqlServerSettings } from './settings.ts';
import type { SqlSource } from './source.ts';

/** What a source says of itself, and what the administrator should know about it. */
export interface SiteFacts<Facts extends Extraction['facts']> {
  readonly facts: Facts;
  /** What the source is, in a few words for a person. */
  readonly title?: Text;
  readonly notices: readonly Notice[];
}

/** All that tells one SQL bridge from another. */
export interface SqlBridgeDefinition<
  S extends SectionSet,
  Rules,
  Facts extends Extraction['facts'],
  Settings extends SqlServerSettings = SqlServerSettings,
> {
  readonly name: string;
  /** Column that ties the sections together. */
  readonly key: string;
  readonly sections: S;
  /** Section without a key, read first: what the source is. */
  readonly siteSection: string;
  /** Block `sources.<name>`: how to reach it, and whatever else the queries depend on. */
  readonly settings: z.ZodType<Settings>;
  /** A query as the settings want it; without this, as its file has it. */
  adapt?(file: QueryFile, settings: Settings): QueryFile;
  /** Tables of the source that keep secrets, as `schema.name`: a check warns when the account may read one. */
  readonly secretTables?: readonly string[];
  /** What to do in the product so that it fills a table or a column: an imperative without its period. */
  readonly collect: Text;
  /** Block `rules.<name>`: what to keep and how to choose. Defaults apply to `{}`. */
  readonly rules: z.ZodType<Rules>;
  openSample(): Promise<SqlSource>;
  describeSite(rows: readonly Row[]): SiteFacts<Facts>;
  /** Why a device is not of the population; null when it is. */
  exclude(record: DeviceRecord<S>, rules: Rules): string | null;
  normalize(record: DeviceRecord<S>, site: Facts, rules: Rules): Explained;
}
