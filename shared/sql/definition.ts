import type { z } from 'zod';
import type { Explained } from '../asset.ts';
import type { Extraction } from '../bridge.ts';
import type { DeviceRecord, SectionSet } from '../extract/section.ts';
import type { Finding } from '../finding.ts';
import type { PersonalSections } from '../people/personal-column.ts';
import type { AboutDevice } from '../read-device.ts';
import type { Notice, Text } from '../text.ts';
import type { CollectionQueries } from './collections.ts';
import type { QueryFile } from './query-file.ts';
import type { Row } from './rows.ts';
import type { SqlServerSettings } from './settings.ts';
import type { SqlSource } from './source.ts';

/** Something to know about a site; a check tells the hint too. */
export type SiteNotice = Notice & { readonly hint: Text };

/** What a source says of itself, and what the administrator should know about it. */
export interface AboutSite<Site> {
  /** What `normalize` needs to know of the site. */
  readonly site: Site;
  /** What the manifest and a check tell of it. */
  readonly facts: Extraction['facts'];
  /** What the source is, in a few words for a person. */
  readonly title?: Text;
  readonly notices: readonly SiteNotice[];
}

/** Something to tell about many assets at once: how often it was met, by what it is about. */
export interface Remark {
  /** Stable and never translated. */
  readonly code: string;
  /** For example the name of a state that nobody knows. */
  readonly subject: string;
}

/** What is remarked of assets, and how that is told once at the end. */
export interface Remarks {
  /** All that is to be remarked of one asset. */
  of(explained: Explained): readonly Remark[];
  /** The notice of one code; the subjects with the number of assets, most first. */
  tell(code: string, counts: readonly (readonly [subject: string, assets: number])[]): Text;
}

/** What a check knows when it has heard what the site is. */
export interface Known<Site, Settings> {
  readonly site: Site;
  readonly settings: Settings;
  readonly now: Date;
}

/** All that tells one SQL bridge from another. */
export interface SqlBridgeDefinition<
  S extends SectionSet,
  Rules,
  Site,
  Settings extends SqlServerSettings = SqlServerSettings,
> {
  readonly name: string;
  /** Column that ties the sections together. */
  readonly key: string;
  readonly sections: S;
  /** Every column that tells of a person; null for a site that is not known yet. */
  people(site: Site | null): PersonalSections;
  /** `queries/<name>/software.sql` tells what is installed; read only where that is asked for. */
  readonly tellsSoftware?: boolean;
  /** Which collections a device is in; read only where the site's rules name some. */
  readonly collections?: CollectionQueries<keyof S & string>;
  /** Section without a key, read first: what the source is. Without a required one an extraction stops. */
  readonly siteSection: { readonly name: string; readonly required: boolean };
  /** Block `sources.<name>`: how to reach it, and whatever else the queries depend on. */
  readonly settings: z.ZodType<Settings>;
  /** A query as the settings want it; without this, as its file has it. */
  adapt?(file: QueryFile, settings: Settings): QueryFile;
  /** Name that the database has on most sites, for the script that grants the rights. */
  readonly usualDatabase: string;
  /**
   * Tables of the source that keep secrets, as `schema.name`, or single columns, as `schema.name.column`: a check warns
   * when the account may read one, and only the columns that are read of such a table are granted.
   */
  readonly secretObjects?: readonly string[];
  /** What to do in the product so that it fills a table or a column: an imperative without its period. */
  readonly collect: Text;
  /** The product fills every table unless told otherwise: an empty one only says that the site has none of that. */
  readonly collectsByDefault?: boolean;
  /** Block `rules.<name>`: what to keep and how to choose. Defaults apply to `{}`. */
  readonly rules: z.ZodType<Rules>;
  openSample(): Promise<SqlSource>;
  /** No rows when the site section is missing. */
  describeSite(rows: readonly Row[], rules: Rules): AboutSite<Site>;
  /** Words for the reasons that `exclude` gives. */
  readonly exclusions: Readonly<Record<string, Text>>;
  /** Words for the rules of its picks, by rule, or by field and rule. */
  readonly ruleWords: Readonly<Record<string, Text>>;
  /** Why a device is not of the population; null when it is. */
  exclude(record: DeviceRecord<S>, site: Site, rules: Rules): string | null;
  normalize(record: DeviceRecord<S>, site: Site, rules: Rules): Explained;
  /** What a device that is left out is known by. */
  identify(record: DeviceRecord<S>, site: Site): AboutDevice;
  readonly remarks?: Remarks;
  /** What a check says of this product besides what it says of every SQL source. */
  advise?(known: Known<Site, Settings>): readonly Finding[];
}
