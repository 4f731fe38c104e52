import type { SectionSet } from '../../extract/section.ts';
import type { Finding } from '../../finding.ts';
import type { Progress } from '../../run/progress.ts';
import type { Secrets } from '../../secret.ts';
import type { Text } from '../../text.ts';
import type { SiteNotice } from '../definition.ts';
import type { QueryFile } from '../query-file.ts';
import type { Surroundings } from '../query-plan.ts';
import type { Row } from '../rows.ts';
import type { SqlServerSettings } from '../settings.ts';
import type { SqlSource } from '../source.ts';

/** What a check is about: one configured server, and the queries that are to be sent to it. */
export interface CheckTarget {
  readonly settings: SqlServerSettings;
  readonly secrets: Secrets;
  /** Folder that paths of the settings are relative to. */
  readonly folder: string;
  readonly sections: SectionSet;
  /** One query file for each section. */
  readonly files: readonly QueryFile[];
  readonly site: QueryFile;
  /** What is installed; only looked for, never read: it may be millions of rows. */
  readonly software: QueryFile | null;
  /** The list of collections, and those that rules name; null where none is. */
  readonly collections: {
    readonly file: QueryFile;
    readonly patterns: readonly string[];
    /** Section of their members. */
    readonly members: string;
  } | null;
  readonly siteRequired: boolean;
  /** Column that ties the sections together. */
  readonly key: string;
  /** What to do in the product so that it fills a table or a column. */
  readonly collect: Text;
  /** An empty section is no fault. */
  readonly collectsByDefault: boolean;
  /** Tables (`schema.name`) and columns (`schema.name.column`) that the account had better not read. */
  readonly secretObjects: readonly string[];
  describeSite(rows: readonly Row[]): SiteDescription;
  readonly now: Date;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What the source is, in a line and in facts, and what to know about it. */
interface SiteDescription {
  readonly title?: Text;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly notices: readonly SiteNotice[];
  /** What is to be said of this product besides. */
  readonly advice: readonly Finding[];
}

/** A check that has logged in and knows what the database has. */
export interface OpenTarget extends CheckTarget, Surroundings {
  readonly source: SqlSource;
}
