import type { z } from 'zod';
import type { Explained } from './asset.ts';
import type { JoinedSpool } from './extract/join.ts';
import type { SectionSet } from './extract/section.ts';
import type { Finding } from './finding.ts';
import type { PeopleMode } from './people/mode.ts';
import type { AboutDevice, ReadRows } from './read-device.ts';
import type { Progress } from './run/progress.ts';
import type { Secrets } from './secret.ts';
import type { Notice, Text } from './text.ts';

/** A source system that this toolkit can read. */
export interface Bridge {
  /** Folder, command-line word and key prefix, for ever. */
  readonly name: string;
  /** Block `sources.<name>` of the configuration: how to reach it. */
  readonly settings: z.ZodType;
  /** Block `rules.<name>` of the configuration: what to keep and how to choose. Defaults apply to `{}`. */
  readonly rules: z.ZodType;
  /** Words for its reasons of exclusion, by code; without them the summary shows the code. */
  readonly exclusions?: Readonly<Record<string, Text>>;
  /** Words for the rules of its picks, by rule, or by field and rule; without them an explanation shows the code. */
  readonly ruleWords?: Readonly<Record<string, Text>>;
  /** What its spooled rows are; absent where each outcome has its own rows. */
  readonly sections?: SectionSet;
  /** The source ready to be read; contacts nothing. Throws `ConfigError` for a wrong query file or secret. */
  prepare(request: SourceRequest): Prepared;
  /**
   * Goes the way of an extraction and tells what it finds, in order, without writing anything. What is wrong with the
   * source is a finding; rejects with `ConfigError` for a wrong query file or secret, before anything is contacted.
   */
  check(request: CheckRequest): AsyncIterable<Finding>;
  /**
   * What the administrator of the source runs to grant just what reading needs, its comments in both languages; null
   * where rights are not granted by a script. Contacts nothing, needs no secret.
   */
  grantScript(request: Pick<SourceRequest, 'settings' | 'siteFolder' | 'people'>): Promise<Text | null>;
}

/** What a bridge is asked to check; `settings` are never null. */
export interface CheckRequest extends SourceRequest {
  readonly now: Date;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What a bridge is asked to read. */
export interface SourceRequest {
  /** Checked block `sources.<name>`; null reads the embedded sample. */
  readonly settings: unknown;
  /** Checked block `rules.<name>`; null for the defaults. */
  readonly rules: unknown;
  /** What may be taken of people; a bridge leaves the rest at its source. */
  readonly people: PeopleMode;
  /** Collections that the site's rules name, as patterns; without any, memberships are not asked for. */
  readonly collections?: readonly string[];
  /** Folder of `bridge.yaml`, to which paths in it are relative and beside which the site's queries are. */
  readonly siteFolder: string | null;
  readonly secrets: Secrets;
}

export interface Prepared {
  /** Reads everything. Resolves only after the last record; rejects with a `BridgeError` otherwise. */
  extract(run: ExtractRun): Promise<Extraction>;
  /**
   * Reads what is installed on the devices; absent where the source cannot tell. Resolves once all of it is on the local
   * disk; rejects with a `BridgeError` otherwise.
   */
  software?(run: ExtractRun): Promise<SoftwareReading>;
}

/** What a source said is installed, on the local disk. */
export interface SoftwareReading {
  /** Rows delivered; null where the view is missing. */
  readonly rows: number | null;
  readonly retries: number;
  /** Each row once, in any order; it may repeat another one. */
  installed(): AsyncIterable<InstalledSoftware>;
  /** Complete once `installed` has ended. */
  notices(): readonly Notice[];
}

/** One application on one device, as the source writes it. */
export interface InstalledSoftware {
  /** `identity.sourceId` of the device, which need not be published; null where the bridge withholds the device. */
  readonly sourceId: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  /** The day of the installation, in any form. */
  readonly installed: string | null;
}

export interface ExtractRun {
  /** For working files; removed after the run. */
  readonly folder: string;
  /** For what is worth keeping until the next run. */
  readonly stateFolder: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Everything that the source delivered, on the local disk. */
export interface Extraction {
  /** What the source says of itself: site, version. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** Rows delivered, by section; null where the view is missing. */
  readonly sections: Readonly<Record<string, number | null>>;
  /** Devices at the start and at the end of the reading. */
  readonly devices: { readonly start: number; readonly end: number };
  readonly retries: number;
  /** Each device once, in the order of the source. */
  outcomes(): Iterable<Outcome>;
  /** What was read, section by section; nothing where each outcome has its own rows. Complete once `outcomes` has ended. */
  spools(): readonly JoinedSpool[];
  /** Complete once `outcomes` has ended. */
  notices(): readonly Notice[];
}

/** A device of the population, or the reason why it is none. */
export type Outcome = {
  /** All that its source said of it; null where that is in the spools. */
  readonly rows: ReadRows | null;
} & (
  | { readonly kind: 'asset'; readonly explained: Explained }
  | { readonly kind: 'excluded'; readonly reason: string; readonly about: AboutDevice }
);
