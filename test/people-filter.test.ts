import { describe, expect, it } from 'vitest';
import { people as lansweeperPeople } from '../bridges/lansweeper/people.ts';
import { sections as lansweeperSections } from '../bridges/lansweeper/record.ts';
import { people as sccmPeople } from '../bridges/sccm/people.ts';
import { sections as sccmSections } from '../bridges/sccm/record.ts';
import { text } from '../shared/extract/readers.ts';
import { one } from '../shared/extract/section.ts';
import { assetWithin } from '../shared/people/asset-people.ts';
import { PeopleFilter } from '../shared/people/filter.ts';
import type { PeopleMode } from '../shared/people/mode.ts';
import { type PersonalSections, withoutHome } from '../shared/people/personal-column.ts';
import { withoutPeople } from '../shared/people/row-sink.ts';
import { openSampleDatabase } from '../shared/sample/database.ts';
import { Secrets } from '../shared/secret.ts';
import { queryError } from '../shared/sql/driver-errors.ts';
import type { Cell } from '../shared/sql/source.ts';
import { startReading } from './fakes/intune-reading.ts';
import { foundBelow, sqlPeople } from './fakes/people-search.ts';
import { extractSite } from './fakes/sample-site.ts';
import { lansweeper, sccm, type TestedBridge } from './fakes/sql-bridge.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const declared: PersonalSections = {
  base: { login: { fact: 'login', role: 'lastUser' }, mail: { fact: 'mail', role: 'lastUser' } },
  user: { login: { fact: 'login', role: 'anyUser' } },
};
const base = one('base', { name: text, login: text, mail: text });
const user = one('user', { login: text });

/** A row of a section as it goes into the spool. */
function passed(mode: PeopleMode, section: typeof base | typeof user, row: Readonly<Record<string, Cell>>) {
  const filter = new PeopleFilter(mode, declared);
  const rows: (readonly Cell[])[] = [];
  const sink = {
    columns: () => {},
    row: (cells: readonly Cell[]) => void rows.push(cells),
    restart: () => {},
  };
  const filtered = withoutPeople(filter, section, 'resourceId', sink);
  filtered.columns(Object.keys(row));
  filtered.row(Object.values(row));
  return { cells: rows[0], notices: filter.notices().map(({ text: { en } }) => en) };
}

describe('a row on its way to the spool', () => {
  const row = { ResourceID: 7, NAME: 'PC-1', Login: 'zz', mail: 'z@z', room: 'B-12', UserPhone: '555' };

  it.each([
    ['full', [7, 'PC-1', 'zz', 'z@z', 'B-12', '555'], []],
    [
      'identifier',
      [7, 'PC-1', 'zz', null, 'B-12', null],
      [/carry|read and published.*base\.room/, /leaves empty.*base\.UserPhone/],
    ],
    [
      'none',
      [7, 'PC-1', null, null, 'B-12', null],
      [/read and published.*base\.room/, /leaves empty.*base\.UserPhone/],
    ],
  ] as const)('people: %s', (mode, cells, told) => {
    const { notices, ...rest } = passed(mode, base, row);
    expect(rest.cells).toEqual(cells);
    expect(notices).toEqual(told.map((pattern) => expect.stringMatching(pattern)));
  });

  it('an added column of a section of people is theirs, whatever its name', () => {
    expect(passed('identifier', user, { resourceId: 7, login: 'zz', room: 'B-12' }).cells).toEqual([
      7,
      'zz',
      null,
    ]);
  });

  it.each([
    ['/home/mlavoie', '/home'],
    ['/home/mlavoie/Documents', '/home'],
    ['fichiers:/export/home/mlavoie', 'fichiers:/export/home'],
    ['/Users/mlavoie', '/Users'],
    ['/home', '/home'],
    ['/var/log', '/var/log'],
  ])('%s becomes %s', (path, left) => expect(withoutHome(path)).toBe(left));
});

/** Reads a sample to its end; the folder with its spools. */
async function spooled(bridge: TestedBridge, people: PeopleMode) {
  const folder = temporaryFolder();
  const prepared = bridge
    .over(await openSampleDatabase(bridge.sampleFolder))
    .prepare({ settings: null, rules: null, people, siteFolder: null, secrets: new Secrets({}) });
  const run = { folder, stateFolder: folder, progress: () => {}, signal: new AbortController().signal };
  const extraction = await prepared.extract(run);
  return { folder, extraction };
}

describe.each([
  ['sccm', sccm, sccmSections, sccmPeople, 100],
  ['lansweeper', lansweeper, lansweeperSections, lansweeperPeople, 40],
] as const)('the spool of %s', (_, bridge, sections, personal, many) => {
  it('holds people only where they are wanted', async () => {
    const texts = await sqlPeople(bridge, sections, personal);
    const full = await spooled(bridge, 'full');
    const found = Object.values(foundBelow(full.folder, texts)).flatMap((each) => [...each]);
    expect(new Set(found).size).toBeGreaterThan(many);
    const none = await spooled(bridge, 'none');
    expect(foundBelow(none.folder, texts)).toEqual({});
    const unread = Object.keys(full.extraction.sections).filter(
      (each) => !(each in none.extraction.sections),
    );
    expect(unread).toEqual(expect.arrayContaining(['user']));
    expect(none.extraction.facts.people).toBe('none');
    expect(none.extraction.devices).toEqual(full.extraction.devices);
  });
});

describe.each(['identifier', 'none'] as const)('people: %s', (mode) => {
  const rules = { customFields: { Responsable: 'people.primaryUser' } };

  it.each([
    [sccm, null],
    [lansweeper, rules],
  ])(
    '$name: an asset that was read with all of its people and is cut to the mode is the one that it reads',
    async (bridge, own) => {
      const assetsIn = async (people: PeopleMode) =>
        (await extractSite('', bridge, own, people)).outcomes.flatMap((each) =>
          each.kind === 'asset' ? [each.explained.asset] : [],
        );
      const full = await assetsIn('full');
      expect(full.filter(({ people }) => people.primaryUser?.displayName != null).length).toBeGreaterThan(10);
      expect(full.map((asset) => assetWithin(mode, asset))).toEqual(await assetsIn(mode));
    },
  );

  it('intune: the same', async () => {
    const assetsIn = async (people: PeopleMode) =>
      (await (await startReading({ people, settings: { enrich: { perDay: 100 } } })).night()).assets;
    const full = Object.entries(await assetsIn('full'));
    expect(full.filter(([, { people }]) => people.primaryUser?.displayName != null).length).toBeGreaterThan(
      10,
    );
    expect(Object.fromEntries(full.map(([id, asset]) => [id, assetWithin(mode, asset)]))).toEqual(
      await assetsIn(mode),
    );
  });
});

describe('an error', () => {
  it('never repeats the value that the server quotes', () => {
    const error = Object.assign(
      new Error("Conversion failed when converting the nvarchar value 'CORP\\zz' to data type int."),
      { number: 245 },
    );
    expect(queryError(error, 'user.sql').text.en).toMatch(/nvarchar value '…' to data type int/);
  });
});
