import { describe, expect, it } from 'vitest';
import {
  listAffinities,
  pickLastUser,
  pickPrimaryUser,
  pickTopUser,
} from '../bridges/lansweeper/pick/people.ts';
import type { UserOrigin } from '../bridges/lansweeper/rules.ts';
import { lansweeperSections, lansweeperSite } from './fakes/lansweeper-record.ts';

const labels = { Custom4: 'Responsable' };
const customFields = { Responsable: 'people.primaryUser' } as const;
const user = (domain: string, login: string, more: object = {}) => ({
  domain,
  login,
  displayName: `${login} of ${domain}`,
  ...more,
});
/** Somebody of each origin. */
const everything = {
  base: { lastUserDomain: 'CORP', lastUserLogin: 'last' },
  userRelations: [{ domain: 'CORP', login: 'owner', typeCode: 200 }],
  customFields: { custom4: 'CORP\\field' },
  directoryComputer: { managerObjectId: 7 },
  logons: [
    { domain: 'CORP', login: 'often', logons: 40, lastLogon: '2026-10-01T08:00:00' },
    { domain: 'CORP', login: 'once', logons: 1, lastLogon: '2026-11-19T08:00:00' },
  ],
  users: [user('CORP', 'boss', { objectId: 7 }), user('CORP', 'owner')],
};
const primary = (order: readonly UserOrigin[] | null, overrides: object = everything) => {
  const site = lansweeperSite({ customFields, ...(order && { primaryUser: [...order] }) }, labels);
  return pickPrimaryUser(listAffinities(lansweeperSections(overrides), site));
};

describe('primary user', () => {
  it.each([
    [null, 'owner', 'relation'],
    [['customField', 'relation'], 'field', 'customField'],
    [['managedBy'], 'boss', 'managedBy'],
    [['frequentLogon', 'lastLogon'], 'often', 'frequentLogon'],
    [['lastLogon'], 'last', 'lastLogon'],
  ] as const)('in the order %j is %s', (order, login, rule) => {
    expect(primary(order)).toMatchObject({ value: { login }, rule });
  });

  it('falls to the next origin, in the default order, when one says nothing', () => {
    const { userRelations: _relations, ...first } = everything;
    const { customFields: _field, ...second } = first;
    const { directoryComputer: _manager, ...third } = second;
    const { logons: _logons, ...fourth } = third;
    const logins = [first, second, third, fourth].map((overrides) => primary(null, overrides).value?.login);
    expect(logins).toEqual(['field', 'boss', 'often', 'last']);
    expect(primary(null, {})).toEqual({ value: null, rule: 'none' });
    expect(primary([])).toEqual({ value: null, rule: 'none' });
  });

  it('lists everybody once, with the first origin', () => {
    const twice = { ...everything, logons: [{ domain: 'corp', login: 'OWNER', logons: 9 }] };
    const site = lansweeperSite({ customFields }, labels);
    const affinities = listAffinities(lansweeperSections(twice), site);
    expect(affinities.map(({ person, origin }) => [person.login, origin])).toEqual([
      ['owner', 'relation'],
      ['field', 'customField'],
      ['boss', 'managedBy'],
      ['last', 'lastLogon'],
    ]);
  });

  it('takes the owner before other ties, then the newest tie', () => {
    const tie = (login: string, typeCode: number, started: string) => ({
      domain: 'CORP',
      login,
      typeCode,
      started,
    });
    const rows = [
      tie('user', 201, '2026-11-01'),
      tie('old', 200, '2024-01-01'),
      tie('new', 200, '2026-01-01'),
    ];
    expect(primary(['relation'], { userRelations: rows }).value?.login).toBe('new');
  });
});

describe('a person', () => {
  it('is who the directory knows under login and domain together', () => {
    const users = [
      user('BIBLIO', 'ptremblay', { employeeId: 'B' }),
      user('CORP', 'ptremblay', { employeeNumber: 'C', employeeId: 'D' }),
    ];
    const last = (lastUserDomain: string | null) =>
      pickLastUser(lansweeperSections({ base: { lastUserDomain, lastUserLogin: 'PTremblay' }, users })).value;
    expect(last('corp')).toMatchObject({ displayName: 'ptremblay of CORP', employeeId: 'C' });
    expect(last('BIBLIO')).toMatchObject({ displayName: 'ptremblay of BIBLIO', employeeId: 'B' });
    expect(last('AUTRE')).toMatchObject({ login: 'PTremblay', domain: 'AUTRE', displayName: null });
    expect(last(null)).toMatchObject({ displayName: null });
  });

  it.each([
    ['CORP', 'Administrator'],
    ['CORP', 'Administrateur'],
    ['CORP', 'WDAGUtilityAccount'],
    ['NT AUTHORITY', 'SYSTEM'],
    ['PC-0001', 'julie'],
    ['CORP', 'PC-0001$'],
  ])('is not %s\\%s', (domain, login) => {
    const logons = [
      { domain, login, logons: 99 },
      { domain: 'CORP', login: 'julie', logons: 2 },
    ];
    const sections = lansweeperSections({ base: { lastUserDomain: domain, lastUserLogin: login }, logons });
    expect(pickLastUser(sections).value).toBeNull();
    expect(pickTopUser(sections).value?.login).toBe('julie');
  });

  it.each([
    ['CORP\\julie', { domain: 'CORP', login: 'julie', displayName: 'Julie Caron' }],
    ['julie.caron@corp.example', { login: 'julie', displayName: 'Julie Caron' }],
    ['Julie CARON', { login: 'julie', displayName: 'Julie Caron' }],
    ['paul', { login: 'paul', domain: null, displayName: null }],
    ['Le service des loisirs', null],
    ['Administrateur', null],
  ])('written as %s into a field', (custom4, person) => {
    const users = [user('CORP', 'julie', { displayName: 'Julie Caron', upn: 'julie.caron@corp.example' })];
    const { value } = primary(['customField'], { customFields: { custom4 }, users });
    if (person === null) expect(value).toBeNull();
    else expect(value).toMatchObject(person);
  });

  it('of a Mac is the one that its own system names', () => {
    const macOs = { userName: 'Ghislain Poirier (gpoirier)' };
    expect(pickLastUser(lansweeperSections({ macOs }))).toMatchObject({
      value: { login: 'gpoirier', displayName: 'Ghislain Poirier' },
      rule: 'mac',
    });
  });
});
