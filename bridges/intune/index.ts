import type { Bridge, Extraction, ExtractRun, Outcome, SourceRequest } from '../../shared/bridge.ts';
import { openGraph, openTenant } from '../../shared/graph/open.ts';
import type { GraphSource } from '../../shared/graph/source.ts';
import { PeopleFilter } from '../../shared/people/filter.ts';
import { identify, readRowsOf } from './explain.ts';
import { extractFleet, type Fleet } from './extract/extract.ts';
import { readSoftware } from './extract/software.ts';
import { openRecords, type Spooled } from './extract/spool-records.ts';
import { exclusions } from './messages.ts';
import { normalize } from './normalize/normalize.ts';
import { people as declared } from './people.ts';
import { ruleMessages } from './rule-messages.ts';
import { type IntuneRules, intuneRules } from './rules.ts';
import { readSampleTenant } from './sample-tenant.ts';
import { type IntuneSettings, intuneSettings } from './settings.ts';

const sampleTenant = 'grand-heron.example.org';
/** What the sample is read with: everything there is. */
const sampleDetailsPerDay = 1_000;

/** Intune: devices, reports and details through Microsoft Graph, read-only. */
export const intune: Bridge = {
  name: 'intune',
  settings: intuneSettings,
  rules: intuneRules,
  exclusions,
  ruleWords: ruleMessages,
  prepare: (request) => {
    const settings = request.settings === null ? null : intuneSettings.parse(request.settings);
    const rules = intuneRules.parse(request.rules ?? {});
    const people = new PeopleFilter(request.people, declared);
    const open = () => (settings ? openSource(settings, request) : openTenant(readSampleTenant()));
    const source = open(); // a secret that is not there is told now
    return {
      extract: async (run) => {
        try {
          return await extract(source, settings, { rules, people }, run);
        } finally {
          await source.close();
        }
      },
      software: async (run) => {
        const another = open();
        try {
          return await readSoftware(another, rules, people, run);
        } finally {
          await another.close();
        }
      },
    };
  },
  check: async function* (request) {
    const { checkIntune } = await import('./check/check.ts');
    yield* checkIntune(intuneSettings.parse(request.settings), request);
  },
  grantScript: async () => null,
};

const openSource = (settings: IntuneSettings, { secrets, siteFolder }: SourceRequest): GraphSource =>
  openGraph(settings, secrets, siteFolder ?? process.cwd());

async function extract(
  source: GraphSource,
  settings: IntuneSettings | null,
  { rules, people }: { readonly rules: IntuneRules; readonly people: PeopleFilter },
  run: ExtractRun,
): Promise<Extraction> {
  const detailsPerDay = settings ? (settings.enrich?.perDay ?? null) : sampleDetailsPerDay;
  // What is invented is kept nowhere.
  const cacheFolder = settings ? run.stateFolder : run.folder;
  const fleet = await extractFleet({ source, rules, people, detailsPerDay, cacheFolder }, run);
  const records = await openRecords(fleet.path);
  const { listed } = fleet.counts;
  return {
    facts: { ...factsOf(fleet, settings), people: people.mode },
    sections: fleet.sections,
    devices: { start: listed, end: fleet.overview.enrolledDeviceCount },
    retries: source.retries,
    outcomes: () => outcomes(records(), rules),
    spools: () => [],
    notices: () => [...source.notices(), ...fleet.notices],
  };
}

/** What the tenant says of itself, and the proof that all of it was read. */
function factsOf({ overview, pages, counts }: Fleet, settings: IntuneSettings | null): Extraction['facts'] {
  return {
    tenant: settings?.tenant ?? sampleTenant,
    enrolledDeviceCount: overview.enrolledDeviceCount,
    mdmEnrolledCount: overview.mdmEnrolledCount ?? null,
    dualEnrolledDeviceCount: overview.dualEnrolledDeviceCount ?? null,
    pages,
    devicesNotInReport: counts.unreported,
    reportRowsNotInList: counts.unlisted,
  };
}

function* outcomes(spooled: Iterable<Spooled>, rules: IntuneRules): Generator<Outcome> {
  for (const { record, reason } of spooled) {
    const rows = readRowsOf(record, rules);
    yield reason === null
      ? { kind: 'asset', explained: normalize(record, rules), rows }
      : { kind: 'excluded', reason, about: identify(record, rules), rows };
  }
}
