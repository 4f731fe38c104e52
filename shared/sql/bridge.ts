import type { z } from 'zod';
import type { Explained } from '../asset.ts';
import type { Bridge, Extraction, Outcome } from '../bridge.ts';
import { extractSql, readQueryFiles } from '../extract/extract.ts';
import { Join } from '../extract/join.ts';
import type { DeviceRecord, SectionSet } from '../extract/section.ts';
import type { Notice } from '../text.ts';
import { readQueryFile } from './query-file.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { RetryingSource, retryPauses } from './retrying-source.ts';
import { SqlServerSource } from './server.ts';
import { sqlServerSettings } from './settings.ts';
import type { Cell, RowSink, SqlSource } from './source.ts';

/** What a source says of itself, and what the administrator should know about it. */
export interface SiteFacts<Facts extends Extraction['facts']> {
  readonly facts: Facts;
  readonly notices: readonly Notice[];
}

/** All that tells one SQL bridge from another. */
export interface SqlBridgeDefinition<S extends SectionSet, Population, Facts extends Extraction['facts']> {
  readonly name: string;
  /** Column that ties the sections together. */
  readonly key: string;
  readonly sections: S;
  /** Section without a key, read first: what the source is. */
  readonly siteSection: string;
  /** Defaults apply to `{}`. */
  readonly population: z.ZodType<Population>;
  openSample(): Promise<SqlSource>;
  describeSite(rows: readonly Readonly<Record<string, Cell>>[]): SiteFacts<Facts>;
  /** Why a device is not of the population; null when it is. */
  exclude(record: DeviceRecord<S>, population: Population): string | null;
  normalize(record: DeviceRecord<S>, site: Facts): Explained;
}

/** A bridge that reads SQL Server, or the embedded sample with the same queries. */
export function defineSqlBridge<S extends SectionSet, Population, Facts extends Extraction['facts']>(
  definition: SqlBridgeDefinition<S, Population, Facts>,
): Bridge {
  const settings = sqlServerSettings.extend({
    population: definition.population.optional(),
  });
  return {
    name: definition.name,
    settings,
    prepare: (request) => {
      const configured = request.settings === null ? null : settings.parse(request.settings);
      const files = readQueryFiles(definition.name, definition.sections, request.siteFolder);
      const site = readQueryFile(definition.name, definition.siteSection, request.siteFolder);
      const server =
        configured && new SqlServerSource(configured, request.secrets, request.siteFolder ?? process.cwd());
      const population = configured?.population ?? definition.population.parse({});
      return {
        extract: async ({ folder, progress, signal }) => {
          const source = new RetryingSource(server ?? (await definition.openSample()), retryPauses);
          const parameters = configured?.parameters ?? {};
          try {
            const catalogue = await source.catalogue(signal);
            const sitePlan = planQuery(site, true, catalogue, parameters);
            const about = definition.describeSite(await readSite(sitePlan, source, signal));
            const { sections, key } = definition;
            const extracted = await extractSql({
              sections,
              files,
              key,
              source,
              catalogue,
              parameters,
              folder,
              progress,
              signal,
            });
            const join = new Join(sections, extracted.spools, extracted.base);
            return {
              facts: about.facts,
              sections: extracted.rows,
              devices: { start: extracted.base.rowCount, end: extracted.baseRowsAtEnd },
              retries: source.notices.length,
              outcomes: () => outcomes(definition, join, population, about.facts),
              notices: () => [...about.notices, ...source.notices, ...extracted.notices, ...join.notices()],
            } satisfies Extraction;
          } finally {
            await source.close();
          }
        },
      };
    },
  };
}

function* outcomes<S extends SectionSet, Population, Facts extends Extraction['facts']>(
  definition: SqlBridgeDefinition<S, Population, Facts>,
  join: Join<S>,
  population: Population,
  facts: Facts,
): Generator<Outcome> {
  for (const record of join.records()) {
    const reason = definition.exclude(record, population);
    yield reason === null
      ? { kind: 'asset', explained: definition.normalize(record, facts) }
      : { kind: 'excluded', reason };
  }
}

async function readSite(
  { query }: QueryPlan,
  source: SqlSource,
  signal: AbortSignal,
): Promise<Record<string, Cell>[]> {
  const rows: Record<string, Cell>[] = [];
  let columns: readonly string[] = [];
  const sink: RowSink = {
    columns: (names) => {
      columns = names;
    },
    row: (cells) => {
      rows.push(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])));
    },
    restart: () => {
      rows.length = 0;
    },
  };
  if (query) await source.read(query, sink, signal);
  return rows;
}
