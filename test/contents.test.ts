import { describe, expect, it } from 'vitest';
import { groupMakers, knownMakers, makerKey } from '../output/contents/makers.ts';
import { relationsContent, relationsTable } from '../output/contents/relations.ts';
import { suppliersTable } from '../output/contents/suppliers.ts';
import { usersContent, usersTable } from '../output/contents/users.ts';
import type { PublishedRelation } from '../shared/run/relation-store.ts';
import { outputAsset, outputPerson } from './fakes/output-asset.ts';

describe('makers', () => {
  it.each([
    ['Dell Inc.', 'DELL'],
    ['Hewlett-Packard Co.', 'HEWLETT PACKARD'],
    ['Société Générale Ltée', 'societe generale'],
    ['LENOVO', 'Lenovo Group Limited'.replace(' Group', '')],
    ['Micro-Star International Co., Ltd.', 'micro star international'],
  ])('%s is %s', (one, other) => expect(makerKey(one)).toBe(makerKey(other)));

  it('keeps apart what only looks alike', () => {
    const known = knownMakers();
    expect(known.get(makerKey('HP Inc.'))).toBe('HP');
    expect(known.get(makerKey('Hewlett Packard Enterprise'))).toBe('HPE');
    expect(makerKey('Co')).not.toBe('');
    expect(makerKey('ABB AB')).not.toBe(makerKey('AB'));
  });

  it('are grouped under the known name, else under the spelling met most', () => {
    const met = new Map([
      ['Dell Inc.', 40],
      ['DELL', 2],
      ['Hublot inc.', 1],
      ['HUBLOT', 3],
      ['Inconnue', 1],
    ]);
    expect(groupMakers(met)).toEqual([
      { name: 'Dell', aliases: ['Dell Inc.'] },
      { name: 'HUBLOT', aliases: ['Hublot inc.'] },
      { name: 'Inconnue', aliases: [] },
    ]);
    expect(groupMakers(new Map([...met].reverse()))).toEqual(groupMakers(met));
  });

  it('have no line twice in the file', () => {
    const names = [...knownMakers().values()];
    for (const name of names) expect(knownMakers().get(makerKey(name))).toBe(name);
  });
});

describe('suppliers', () => {
  const content = {
    sheet: 'Fournisseurs',
    sourceName: 'Bridge',
    content: 'Supplier',
    headers: {
      name: 'Nom',
      isManufacturer: 'EstUnManufacturier',
      isSupplier: 'EstUnFournisseur',
      aliases: 'Alias',
    },
  };
  const table = (met: Map<string, number>) => suppliersTable(content, met, { yes: 'Oui', no: 'Non' });

  it('are makers with the spellings met as aliases', () => {
    const { table: written } = table(new Map([['Dell Inc.', 1]]));
    expect([...written.rows()]).toEqual([['Dell', 'Oui', 'Non', 'Dell Inc.']]);
    expect(written.columns.map(({ header }) => header)).toEqual([
      'Nom',
      'EstUnManufacturier',
      'EstUnFournisseur',
      'Alias',
    ]);
  });

  it('leave out, and count, an alias that would be split or has no room', () => {
    const long = Array.from({ length: 30 }, (_, at) => `Dell${'.'.repeat(at + 1)} Inc`);
    const { table: written, aliasesLeftOut } = table(
      new Map([['Dell|Inc', 1] as const, ...long.map((name) => [name, 1] as const)]),
    );
    const aliases = [...written.rows()][0]?.[3] ?? '';
    expect(aliases.length).toBeLessThanOrEqual(500);
    expect(aliases.split('|').length + aliasesLeftOut).toBe(31);
    expect(aliasesLeftOut).toBeGreaterThan(1);
  });
});

describe('relations', () => {
  const content = relationsContent.parse({
    sheet: 'Relations',
    sourceName: 'Bridge',
    tags: { ManageRelations: false, EmptyValueHandling: 'NoChange' },
    displayOf: { relation: 'Est connecté à' },
    guestOf: { relation: 'Héberge', first: 'other' },
    connectedTo: null,
    related: { 'Relié à': { relation: 'Utilise' } },
  });
  const tie = (kind: PublishedRelation['kind'], parts: Partial<PublishedRelation> = {}) => ({
    kind,
    from: 'A',
    to: 'B',
    label: null,
    detail: null,
    ...parts,
  });

  it('read as the profile says, in its direction, with the place as note', () => {
    const ties = [
      tie('displayOf', { detail: 'HDMI 1' }),
      tie('guestOf'),
      tie('connectedTo'),
      tie('related', { label: 'Relié à' }),
    ];
    const { table, counts } = relationsTable(content, () => ties);
    expect([...table.rows()]).toEqual([
      ['A', 'B', 'Est connecté à', 'HDMI 1'],
      ['B', 'A', 'Héberge', ''],
      ['A', 'B', 'Utilise', ''],
    ]);
    expect(counts()).toEqual({ unnamed: {}, nameTooLong: 0 });
  });

  it('count what has no entry or no room, once for each pass', () => {
    const ties = [tie('related', { label: 'Loué par' }), tie('displayOf', { to: 'x'.repeat(126) })];
    const { table, counts } = relationsTable(content, () => ties);
    for (const _ of [1, 2]) {
      expect([...table.rows()]).toEqual([]);
      expect(counts()).toEqual({ unnamed: { 'Loué par': 1 }, nameTooLong: 1 });
    }
  });
});

describe('users of CI', () => {
  const content = usersContent.parse({
    sheet: 'Utilisateurs',
    sourceName: 'Bridge',
    headers: { ci: 'CI', user: 'User' },
    tags: { UserIdentificationMethod: 'UserByWindowsUsername' },
    user: 'primaryUser',
    identifier: 'login',
  });
  const person = outputPerson('adele.exemple', {
    upn: 'adele.exemple@corp.example',
    displayName: 'Adèle Exemple',
    employeeId: '0417',
  });

  it.each([
    ['login', 'adele.exemple'],
    ['domainLogin', 'CORP\\adele.exemple'],
    ['upn', 'adele.exemple@corp.example'],
    ['displayName', 'Adèle Exemple'],
    ['employeeId', '0417'],
  ] as const)('are identified by %s', (identifier, cell) => {
    const assets = [outputAsset('PC-1', { people: { primaryUser: person } })];
    expect([...usersTable({ ...content, identifier }, () => assets).table.rows()]).toEqual([['PC-1', cell]]);
  });

  it('are left out and counted where nobody or no identifier is known', () => {
    const assets = [
      outputAsset('PC-1', { people: { primaryUser: null } }),
      outputAsset('PC-2', { people: { primaryUser: outputPerson('b', { domain: null }) } }),
      outputAsset('x'.repeat(126)),
    ];
    const { table, counts } = usersTable({ ...content, identifier: 'domainLogin' }, () => assets);
    expect([...table.rows()]).toEqual([]);
    expect(counts()).toEqual({ withoutUser: 1, withoutIdentifier: 1, nameTooLong: 1 });
  });
});
