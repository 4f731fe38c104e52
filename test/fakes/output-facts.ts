import type { RunFacts } from '../../output/manifest.ts';

/** What an invented run knows of itself. */
export const outputFacts = (): RunFacts => ({
  tool: { name: 'octopus-bridge', version: '0.1.0' },
  runId: 'run-1',
  source: { name: 'sccm', sample: false, facts: {} },
  startedAt: '2026-11-22T02:00:00Z',
  finishedAt: '2026-11-22T02:01:00Z',
  complete: true,
  read: 1,
  readAtEnd: 1,
  retries: 0,
  sections: {},
  duplicates: {},
  gaveWay: [],
  decisions: {},
  excluded: {},
  notices: [],
});
