import type { RunFacts } from '../../output/manifest.ts';
import { noIdentityFacts } from '../../shared/identity/facts.ts';

/** What an invented run knows about itself. */
export const outputFacts = (runId = 'run-1'): RunFacts => ({
  tool: { name: 'octopus-bridge', version: '0.1.0' },
  runId,
  source: { name: 'sccm', sample: false, facts: { siteCode: 'ABC' } },
  startedAt: '2026-11-22T02:00:00Z',
  finishedAt: '2026-11-22T02:01:00Z',
  complete: true,
  read: 3,
  readAtEnd: 3,
  retries: 0,
  sections: { system: 3, tpm: null },
  duplicates: {},
  gaveWay: [],
  identity: noIdentityFacts,
  decisions: {},
  excluded: { obsolete: 1 },
  notices: [{ code: 'view-missing', text: { fr: 'vue absente', en: 'view missing' } }],
});
