import { describe, expect, it } from 'vitest';
import type { Counters, LogFindings } from '../output/import/log-reading.ts';
import type { ProgramEnd } from '../output/import/program.ts';
import { countsOf, type Evidence, judge } from '../output/import/verdict.ts';

const nothing: Counters = { processed: null, added: null, modified: null, ignored: null, inError: null };
const noLines = { count: 0, first: [] };
const ended: ProgramEnd = { kind: 'ended', exitCode: 0, cause: null, stillRuns: null, said: '' };

/** An import of ten rows whose log states these numbers. */
function evidence(stated: Partial<Counters>, findings: Partial<LogFindings> = {}): Evidence {
  const counters = new Map([['A', { ...nothing, ...stated }]]);
  return {
    program: 'x.exe',
    timeLimitMinutes: 120,
    end: ended,
    findings: { lines: 9, errors: noLines, warnings: noLines, success: false, counters, ...findings },
    sent: [{ name: 'A', rows: 10 }],
    successDemanded: false,
    changed: null,
  };
}
const outcomeOf = (given: Evidence) => {
  const { outcome, failure, notices } = judge(given);
  return [outcome, failure?.code ?? null, ...notices.map(({ code }) => code)];
};

describe('what was sent and what the log states', () => {
  it.each<[Partial<Counters>, (string | null)[]]>([
    [{}, ['unconfirmed', null, 'unconfirmed']],
    [{ processed: 10 }, ['confirmed', null]],
    [{ processed: 10, added: 3 }, ['confirmed', null]],
    [{ processed: 9 }, ['failed', 'counts']],
    [{ processed: 11 }, ['failed', 'counts']],
    [{ processed: 0 }, ['failed', 'counts']],
    [{ processed: 10, inError: 1 }, ['failed', 'errors']],
    [{ processed: 10, inError: 0 }, ['confirmed', null]],
    [{ added: 4, modified: 7 }, ['failed', 'counts']],
    [{ added: 4, modified: 6 }, ['unconfirmed', null, 'unconfirmed']],
    [{ added: 4, modified: 1 }, ['unconfirmed', null, 'unconfirmed', 'unaccounted']],
  ])('%j: %j', (stated, outcome) => {
    expect(outcomeOf(evidence(stated))).toEqual(outcome);
  });

  it('names the difference', () => {
    const { differences } = judge(evidence({ processed: 9 }));
    expect(differences).toEqual([{ source: 'A', what: 'processed', sent: 10, stated: 9 }]);
  });

  it('never makes a number of what is not stated', () => {
    const { sources } = judge({ ...evidence({ added: 4 }), findings: null });
    expect(sources).toEqual([{ source: 'A', sent: 10, ...nothing }]);
    expect(countsOf(sources)).toEqual({ sent: 10 });
    expect(countsOf(judge(evidence({ added: 0 })).sources)).toEqual({ sent: 10, added: 0 });
  });

  it('is not proved by one source of two, nor by rows that belong to nobody', () => {
    const counters = new Map([
      ['A', { ...nothing, processed: 10 }],
      ['B', nothing],
    ]);
    const two = {
      ...evidence({}, { counters }),
      sent: [
        { name: 'A', rows: 10 },
        { name: 'B', rows: 5 },
      ],
    };
    expect(outcomeOf(two)).toEqual(['unconfirmed', null, 'unconfirmed']);
    const shared = { ...evidence({ processed: 10 }), sent: [{ name: 'A', rows: null }] };
    expect(outcomeOf(shared)).toEqual(['unconfirmed', null, 'unconfirmed']);
  });
});

describe('how DataImporter ended', () => {
  const badly = { end: { ...ended, exitCode: 1 } };
  it.each<[string, Evidence, (string | null)[]]>([
    ['0 with a line of success', evidence({}, { success: true }), ['confirmed', null]],
    [
      '1 with a plausible line of success',
      { ...evidence({}, { success: true }), ...badly },
      ['failed', 'bad-end'],
    ],
    [
      '1 with the line of success that the site names',
      { ...evidence({}, { success: true }), ...badly, successDemanded: true },
      ['confirmed', null, 'exit-code'],
    ],
    [
      '1 with the right number',
      { ...evidence({ processed: 10 }), ...badly },
      ['confirmed', null, 'exit-code'],
    ],
    ['1 with nothing', { ...evidence({}), ...badly }, ['failed', 'bad-end']],
    [
      '0 without the line that the site names',
      { ...evidence({ processed: 10 }), successDemanded: true },
      ['failed', 'no-success'],
    ],
    [
      '0 with errors',
      evidence({ processed: 10 }, { errors: { count: 1, first: ['x'] } }),
      ['failed', 'errors'],
    ],
    ['0 without a log', { ...evidence({}), findings: null }, ['failed', 'no-log']],
    ['0 with an empty log', evidence({}, { lines: 0 }), ['failed', 'empty-log']],
    [
      '0 after the files changed',
      { ...evidence({ processed: 10 }), changed: 'a.csv' },
      ['failed', 'files-changed'],
    ],
    [
      'killed, but still there',
      { ...evidence({ processed: 10 }), end: { ...ended, kind: 'timeLimit', exitCode: null, stillRuns: 12 } },
      ['failed', 'time-limit', 'still-runs'],
    ],
  ])('%s', (_, given, outcome) => {
    expect(outcomeOf(given)).toEqual(outcome);
  });

  it('is told with the code as Windows shows it', () => {
    const end = { ...ended, exitCode: 3_762_504_530 };
    expect(judge({ ...evidence({}), end }).failure?.text.en).toContain('exit code 3762504530, 0xE0434352');
  });
});
