import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickLastUser, pickTopConsoleUser } from '../bridges/sccm/pick/last-user.ts';
import { listAffinities, pickPrimaryUser } from '../bridges/sccm/pick/primary-user.ts';
import { isPersonal, readAccount, serviceDomains, serviceLogins } from '../shared/device/account.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const affinity = (name: string, created: string | null = null) => ({ uniqueName: name, created });
const source = (name: string, sourceId: number) => ({ uniqueName: name, sourceId });
const usage = (name: string, consoleMinutes: number | null) => ({ uniqueName: name, consoleMinutes });
const listed = (overrides: Parameters<typeof sccmSections>[0]) =>
  listAffinities(sccmSections(overrides)).map(({ person }) => `${person.domain}\\${person.login}`);

/** What SCCM does not say of a person. */
const neverSaid = { entraId: null, employeeId: null };

describe('account names', () => {
  it.each([
    ['CORP\\jtremblay', { domain: 'CORP', login: 'jtremblay', upn: null }],
    ['a\\b\\jtremblay', { domain: 'a\\b', login: 'jtremblay', upn: null }],
    ['jtremblay@corp.example', { domain: null, login: 'jtremblay', upn: 'jtremblay@corp.example' }],
    [
      'AzureAD\\jtremblay@corp.example',
      { domain: 'AzureAD', login: 'jtremblay', upn: 'jtremblay@corp.example' },
    ],
    [' jtremblay ', { domain: null, login: 'jtremblay', upn: null }],
    ['\\jtremblay', { domain: null, login: 'jtremblay', upn: null }],
    ['jtremblay@', { domain: null, login: 'jtremblay@', upn: null }],
    ['CORP\\', null],
    ['  ', null],
    [null, null],
  ])('%j reads as %j', (text, account) => expect(readAccount(text)).toEqual(account));

  it('never throws, and a login is never blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readAccount(text)?.login.trim()).not.toBe('');
      }),
    );
  });

  it.each([
    ...[...serviceLogins].map((login) => `CORP\\${login.toLowerCase()}`),
    ...[...serviceDomains].map((domain) => `${domain}\\someone`),
    'PC-0001\\jean',
    'pc-0001\\jean',
    'CORP\\PC-0001$',
    'Window Manager\\DWM-3',
    'CORP\\umfd-0',
    'defaultuser0',
  ])('%s is no person', (text) => {
    const account = readAccount(text);
    expect(account !== null && isPersonal(account, ['PC-0001'])).toBe(false);
  });

  it.each(['CORP\\jtremblay', 'jtremblay', 'CORP\\administrator2', 'PC-00011\\jean', 'CORP\\dwm-x'])(
    '%s is one',
    (text) => {
      const account = readAccount(text);
      expect(account !== null && isPersonal(account, ['PC-0001'])).toBe(true);
    },
  );

  it('of a machine whose name is cut to 15 characters is local too', () => {
    const account = readAccount('MONTREAL-ATELIE\\jean');
    expect(account !== null && isPersonal(account, ['montreal-atelier-07'])).toBe(false);
  });
});

describe('primary user', () => {
  it('goes by origin before minutes', () => {
    const ids: readonly [number, string][] = [
      [2, 'administrator'],
      [1, 'selfService'],
      [6, 'deployment'],
      [4, 'usage'],
      [5, 'deviceManagement'],
      [3, 'user'],
      [7, 'fastInstall'],
      [8, 'exchange'],
    ];
    const names = ids.map(([id]) => `CORP\\u${id}`);
    const sections = sccmSections({
      primaryUsers: [affinity('CORP\\u0'), ...names.toReversed().map((name) => affinity(name))],
      primaryUserSources: ids.map(([id]) => source(`corp\\U${id}`, id)),
      userUsage: names.map((name, at) => usage(name, at * 100)),
    });
    const affinities = listAffinities(sections);
    expect(affinities.map(({ origin }) => origin)).toEqual([...ids.map(([, origin]) => origin), null]);
    expect(pickPrimaryUser(affinities)).toMatchObject({
      value: { login: 'u2', domain: 'CORP' },
      rule: 'administrator',
    });
  });

  it('takes the best of several origins of one person', () => {
    const sections = sccmSections({
      primaryUsers: [affinity('CORP\\a'), affinity('CORP\\b')],
      primaryUserSources: [
        source('CORP\\a', 4),
        source('CORP\\b', 4),
        source('CORP\\b', 1),
        source('CORP\\b', 99),
      ],
    });
    expect(pickPrimaryUser(listAffinities(sections))).toMatchObject({
      value: { login: 'b' },
      rule: 'selfService',
    });
  });

  it('then by minutes, then newest, then alphabetical', () => {
    const primaryUsers = [
      affinity('CORP\\e'),
      affinity('CORP\\d', '2026-03-01T00:00:00'),
      affinity('CORP\\c', '2026-01-01T00:00:00'),
      affinity('CORP\\b'),
      affinity('CORP\\f', '2025-01-01T00:00:00'),
    ];
    const userUsage = [usage('CORP\\f', 0), usage('CORP\\c', null)];
    expect(listed({ primaryUsers, userUsage })).toEqual(
      ['f', 'd', 'c', 'b', 'e'].map((login) => `CORP\\${login}`),
    );
  });

  it('keeps the same login of two domains apart, each with its own directory entry', () => {
    const sections = sccmSections({
      primaryUsers: [affinity('LAB\\jtremblay'), affinity('CORP\\jtremblay')],
      primaryUserSources: [source('LAB\\jtremblay', 4), source('CORP\\jtremblay', 2)],
      users: [
        {
          uniqueName: 'lab\\JTremblay',
          login: 'jtremblay',
          domain: 'LAB',
          displayName: 'Julie Tremblay',
          mail: 'julie@lab.example',
        },
        {
          uniqueName: 'CORP\\JTREMBLAY',
          login: 'jtremblay',
          domain: 'CORP',
          displayName: 'Jean Tremblay',
          upn: 'jtremblay@corp.example',
        },
      ],
    });
    expect(listAffinities(sections).map(({ person }) => person)).toEqual([
      {
        login: 'jtremblay',
        domain: 'CORP',
        displayName: 'Jean Tremblay',
        upn: 'jtremblay@corp.example',
        mail: null,
        ...neverSaid,
      },
      {
        login: 'jtremblay',
        domain: 'LAB',
        displayName: 'Julie Tremblay',
        upn: null,
        mail: 'julie@lab.example',
        ...neverSaid,
      },
    ]);
  });

  it('counts an account once, however it is spelled, and no service or local account', () => {
    const names = [
      'CORP\\jtremblay',
      'corp\\JTremblay',
      'PC-0001\\local',
      'CORP\\Administrateur',
      'CORP\\pc-9$',
    ];
    expect(listed({ primaryUsers: names.map((name) => affinity(name)) })).toHaveLength(1);
  });

  it('of a person whom the directory does not know is known by login; without origin the rule says so', () => {
    const sections = sccmSections({ primaryUsers: [affinity('CORP\\parti'), { created: null }] });
    expect(pickPrimaryUser(listAffinities(sections))).toEqual({
      value: { login: 'parti', domain: 'CORP', displayName: null, upn: null, mail: null, ...neverSaid },
      rule: 'affinity',
    });
    expect(pickPrimaryUser([])).toEqual({ value: null, rule: 'none' });
  });

  it('does not borrow a directory entry of the same login elsewhere', () => {
    const users = [
      { uniqueName: 'LAB\\jtremblay', login: 'jtremblay', domain: 'LAB', displayName: 'Julie Tremblay' },
    ];
    const [first] = listAffinities(sccmSections({ primaryUsers: [affinity('jtremblay')], users }));
    expect(first?.person.displayName).toBeNull();
  });

  it('is found by user principal name, and in the fullest of several entries', () => {
    const row = {
      uniqueName: 'CORP\\jtremblay',
      login: 'jtremblay',
      domain: 'CORP',
      upn: 'JTremblay@corp.example',
    };
    const users = [
      { ...row, displayName: 'A. Tremblay' },
      { ...row, displayName: 'Jean Tremblay', mail: 'jean@corp.example' },
    ];
    const [first] = listAffinities(
      sccmSections({ primaryUsers: [affinity('jtremblay@CORP.example')], users }),
    );
    expect(first?.person).toMatchObject({ domain: 'CORP', displayName: 'Jean Tremblay' });
  });
});

describe('last and top console user', () => {
  const discovered = { lastUserDomain: 'CORP', lastUserLogin: 'agagnon' };
  it.each([
    ['jtremblay', 'computerSystem', { base: discovered, computerSystem: { userName: 'CORP\\jtremblay' } }],
    ['agagnon', 'discovery', { base: discovered, computerSystem: { userName: 'PC-0001\\Administrator' } }],
    ['agagnon', 'discovery', { base: discovered }],
    ['agagnon', 'discovery', { base: { lastUserDomain: 'CORP', lastUserLogin: 'CORP\\agagnon' } }],
    [undefined, 'none', { base: { lastUserDomain: 'CORP' } }],
    [undefined, 'none', {}],
  ])('last user %s by %s: %j', (login, rule, overrides) => {
    const picked = pickLastUser(sccmSections(overrides));
    expect([picked.value?.login, picked.rule]).toEqual([login, rule]);
  });

  it('the last user is never the primary user', () => {
    const sections = sccmSections({ base: discovered, computerSystem: { userName: 'CORP\\jtremblay' } });
    expect(pickPrimaryUser(listAffinities(sections)).value).toBeNull();
  });

  it.each([
    ['jtremblay', 'consoleUsage', { consoleUsage: { topUser: 'CORP\\jtremblay' } }],
    [
      'b',
      'consoleUser',
      {
        consoleUsage: { topUser: 'PC-0001\\local' },
        consoleUsers: [
          { consoleUser: 'CORP\\a', minutes: 5 },
          { consoleUser: 'CORP\\b', minutes: 9 },
          { consoleUser: 'CORP\\c' },
        ],
      },
    ],
    [
      'a',
      'consoleUser',
      {
        consoleUsers: [
          { consoleUser: 'Window Manager\\DWM-1', minutes: 99 },
          { consoleUser: 'CORP\\a', minutes: 5 },
        ],
      },
    ],
    [undefined, 'none', { consoleUsers: [{ consoleUser: 'CORP\\a', minutes: 0 }] }],
  ])('top console user %s by %s: %j', (login, rule, overrides) => {
    const picked = pickTopConsoleUser(sccmSections(overrides));
    expect([picked.value?.login, picked.rule]).toEqual([login, rule]);
  });
});
