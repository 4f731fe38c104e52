import type { Bridge, CheckRequest, Extraction, ExtractRun, Outcome } from '../bridge.ts';
import { extractSql, type QueryFiles, readQueryFiles } from '../extract/extract.ts';
import { Join } from '../extract/join.ts';
import type { SectionSet } from '../extract/section.ts';
import type { Finding } from '../finding.ts';
import { PeopleFilter } from '../people/filter.ts';
import type { PeopleMode } from '../people/mode.ts';
import type { Text } from '../text.ts';
import { askForCollections, withoutSection } from './collections.ts';
import type { SqlBridgeDefinition } from './definition.ts';
import { type QueryFile, readQueryFile } from './query-file.ts';
import { planQuery } from './query-plan.ts';
import { RetryingSource, retryPauses } from './retrying-source.ts';
import { type Row, readRows } from './rows.ts';
import { SqlServerSource } from './server.ts';
import type { SqlServerSettings } from './settings.ts';
import { readSoftware, softwareSection } from './software.ts';
import { Tally } from './tally.ts';

/** A bridge that reads SQL Server, or the embedded sample with the same queries. */
export function defineSqlBridge<S extends SectionSet, Rules, Site, Settings extends SqlServerSettings>(
  definition: SqlBridgeDefinition<S, Rules, Site, Settings>,
): Bridge {
  const { settings } = definition;
  return {
    name: definition.name,
    settings,
    rules: definition.rules,
    exclusions: definition.exclusions,
    ruleWords: definition.ruleWords,
    sections: definition.sections,
    prepare: (request) => {
      const configured = request.settings === null ? null : settings.parse(request.settings);
      const { files, site, software, collections } = readQueries(definition, configured, request.siteFolder);
      const named = collections === null ? [] : (request.collections ?? []);
      const open = () =>
        configured && new SqlServerSource(configured, request.secrets, request.siteFolder ?? process.cwd());
      const server = open(); // a secret that is not there is told now
      const { key, collect } = definition;
      const parameters = configured?.parameters ?? {};
      const rules = definition.rules.parse(request.rules ?? {});
      return {
        extract: async ({ folder, progress, signal }) => {
          const source = new RetryingSource(server ?? (await definition.openSample()), retryPauses);
          try {
            const catalogue = await source.catalogue(signal);
            const surroundings = { catalogue, parameters, collect };
            const sitePlan = planQuery(site, definition.siteSection.required, surroundings);
            const siteRows = sitePlan.query ? await readRows(sitePlan.query, source, signal) : [];
            const about = definition.describeSite(siteRows, rules);
            const told = [...sitePlan.notices, ...about.notices.map(({ code, text }) => ({ code, text }))];
            const { sections } = definition;
            const people = new PeopleFilter(request.people, definition.people(about.site));
            const asked =
              collections === null || named.length === 0
                ? null
                : await askForCollections(named, collections, surroundings, source, signal);
            const extracted = await extractSql({
              sections,
              files,
              key,
              people,
              unasked: asked === null && definition.collections ? [definition.collections.members] : [],
              source,
              ...surroundings,
              parameters: { ...parameters, ...asked },
              folder,
              progress,
              signal,
            });
            const join = new Join(sections, extracted.spools, extracted.base);
            const tally = new Tally(definition.remarks);
            return {
              facts: { ...about.facts, people: people.mode },
              sections: extracted.rows,
              devices: { start: extracted.base.rowCount, end: extracted.baseRowsAtEnd },
              retries: source.notices.length,
              outcomes: () => outcomes(definition, join, rules, about.site, tally),
              spools: () => join.spools(),
              notices: () => [
                ...told,
                ...source.notices,
                ...extracted.notices,
                ...people.notices(),
                ...join.notices(),
                ...tally.notices(),
              ],
            } satisfies Extraction;
          } finally {
            await source.close();
          }
        },
        ...(software && {
          software: async (run: ExtractRun) => {
            const source = new RetryingSource(open() ?? (await definition.openSample()), retryPauses);
            const people = new PeopleFilter(request.people, {});
            try {
              return await readSoftware({ file: software, key, people, source, parameters, collect }, run);
            } finally {
              await source.close();
            }
          },
        }),
      };
    },
    check: (request) => check(definition, settings.parse(request.settings), request),
    grantScript: ({ settings: given, siteFolder, people }) =>
      script(definition, given === null ? null : settings.parse(given), siteFolder, people),
  };
}

/** The queries of every section, of the site and of the software, as the settings want them. Throws `ConfigError`. */
function readQueries<S extends SectionSet, Rules, Site, Settings extends SqlServerSettings>(
  {
    name,
    sections,
    siteSection,
    tellsSoftware,
    collections,
    adapt,
  }: SqlBridgeDefinition<S, Rules, Site, Settings>,
  settings: Settings | null,
  siteFolder: string | null,
): {
  readonly files: QueryFiles<S>;
  readonly site: QueryFile;
  readonly software: QueryFile | null;
  readonly collections: QueryFile | null;
} {
  const adapted = (file: QueryFile) => (adapt && settings ? adapt(file, settings) : file);
  const files = readQueryFiles(name, sections, siteFolder, adapted);
  const read = (section: string) => adapted(readQueryFile(name, section, siteFolder));
  return {
    files,
    site: read(siteSection.name),
    software: tellsSoftware ? read(softwareSection.name) : null,
    collections: collections ? read(collections.list) : null,
  };
}

async function* check<S extends SectionSet, Rules, Site, Settings extends SqlServerSettings>(
  definition: SqlBridgeDefinition<S, Rules, Site, Settings>,
  settings: Settings,
  { rules: given, people, collections: named = [], secrets, siteFolder, now, progress, signal }: CheckRequest,
): AsyncGenerator<Finding> {
  const { key, secretObjects = [], collect, collectsByDefault = false } = definition;
  const rules = definition.rules.parse(given ?? {});
  const sections = sectionsRead(definition, people);
  const { files, site, software, collections: file } = readQueries(definition, settings, siteFolder);
  const members = definition.collections?.members;
  const isAsked = file !== null && members !== undefined && named.length > 0;
  const collections = isAsked ? { file, patterns: named, members } : null;
  const folder = siteFolder ?? process.cwd();
  const way = { settings, secrets, folder, now, progress, signal };
  const describeSite = (rows: readonly Row[]) => {
    const about = definition.describeSite(rows, rules);
    return { ...about, advice: definition.advise?.({ site: about.site, settings, now }) ?? [] };
  };
  const siteRequired = definition.siteSection.required;
  const asked = isAsked ? sections : withoutSection(sections, members);
  const queries = {
    sections: asked,
    files: Object.values(files),
    site,
    software,
    collections,
    siteRequired,
    key,
  };
  const inside = { ...queries, secretObjects, collect, collectsByDefault, describeSite };
  const { checkSqlServer } = await import('./check/check.ts');
  yield* checkSqlServer({ ...way, ...inside });
}

async function script<S extends SectionSet, Rules, Site, Settings extends SqlServerSettings>(
  definition: SqlBridgeDefinition<S, Rules, Site, Settings>,
  settings: Settings | null,
  siteFolder: string | null,
  people: PeopleMode,
): Promise<Text> {
  const { files, site, software, collections } = readQueries(definition, settings, siteFolder);
  const names = new Set(Object.values(sectionsRead(definition, people)).map(({ name }) => name));
  const read = Object.values<QueryFile>(files).filter(({ section }) => names.has(section));
  const { grantScript } = await import('./check/grant-script.ts');
  return grantScript({
    source: definition.name,
    database: settings?.database ?? null,
    usualDatabase: definition.usualDatabase,
    secretObjects: definition.secretObjects ?? [],
    files: [site, ...read, ...[software, collections].filter((file) => file !== null)],
  });
}

/** The sections that are read of people as far as they may be taken. */
function sectionsRead<S extends SectionSet, Rules, Site, Settings extends SqlServerSettings>(
  { sections, people }: SqlBridgeDefinition<S, Rules, Site, Settings>,
  mode: PeopleMode,
): SectionSet {
  const filter = new PeopleFilter(mode, people(null));
  const read = Object.entries(sections).filter(([, section]) => filter.reads(section));
  return { ...Object.fromEntries(read), base: sections.base };
}

function* outcomes<S extends SectionSet, Rules, Site>(
  definition: Pick<SqlBridgeDefinition<S, Rules, Site>, 'exclude' | 'identify' | 'normalize'>,
  join: Join<S>,
  rules: Rules,
  site: Site,
  tally: Tally,
): Generator<Outcome> {
  for (const record of join.records()) {
    const reason = definition.exclude(record, site, rules);
    if (reason !== null) {
      yield { kind: 'excluded', reason, about: definition.identify(record, site), rows: null };
      continue;
    }
    const explained = definition.normalize(record, site, rules);
    tally.count(explained);
    yield { kind: 'asset', explained, rows: null };
  }
}
