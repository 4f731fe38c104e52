import { describe, expect, it } from 'vitest';
import { pickDnsDomain, pickDomain, pickOu } from '../bridges/sccm/pick/domain.ts';
import { pickFqdn, pickName } from '../bridges/sccm/pick/name.ts';
import { sccmSections } from './fakes/sccm-record.ts';

describe('name', () => {
  it.each([
    ['PC-0001', 'netbiosName', { base: { name: 'other' } }],
    ['PC-0002', 'name', { base: { netbiosName: null, name: 'PC-0002' } }],
    ['PC-0003', 'computerSystem', { base: { netbiosName: null }, computerSystem: { name: 'PC-0003' } }],
    [null, 'none', { base: { netbiosName: null } }],
  ])('%j by %s', (value, rule, overrides) =>
    expect(pickName(sccmSections(overrides))).toEqual({ value, rule }),
  );
});

describe('DNS domain and workgroup', () => {
  it.each([
    ['corp.example', 'system', { base: { dnsDomain: 'Corp.Example' } }],
    ['corp.example', 'computerSystem', { computerSystem: { domain: 'corp.example', domainRole: 1 } }],
    [null, 'none', { base: { dnsDomain: 'CORP' }, computerSystem: { domain: 'CORP', domainRole: 1 } }],
    [
      null,
      'workgroup',
      { base: { dnsDomain: 'left.example' }, computerSystem: { domain: 'WORKGROUP', domainRole: 0 } },
    ],
    [null, 'workgroup', { computerSystem: { domain: 'WORKGROUP', domainRole: 2 } }],
    [null, 'none', {}],
  ])('%j by %s: %j', (value, rule, overrides) =>
    expect(pickDnsDomain(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it.each([
    ['CORP', 'system', { base: { domainOrWorkgroup: 'CORP' }, computerSystem: { domain: 'corp.example' } }],
    ['ATELIER', 'computerSystem', { computerSystem: { domain: 'ATELIER', domainRole: 0 } }],
    [null, 'none', { computerSystem: { domain: 'corp.example' } }],
  ])('domain %j by %s', (value, rule, overrides) =>
    expect(pickDomain(sccmSections(overrides))).toEqual({ value, rule }),
  );
});

describe('FQDN', () => {
  const adapter = { hostName: 'pc-0001', dnsDomain: 'corp.example', adapterIndex: 1 };
  it.each([
    ['pc-0001.corp.example', 'resourceName', { resourceNames: [{ name: 'PC-0001.corp.example' }] }],
    [
      'pc-0001.corp.example',
      'resourceName',
      {
        base: { dnsDomain: 'corp.example' },
        resourceNames: [{ name: 'PC-0001.a.b' }, { name: 'PC-0001.corp.example' }],
      },
    ],
    [
      'pc-0001.corp.example',
      'dnsDomain',
      {
        base: { dnsDomain: 'corp.example' },
        resourceNames: [{ name: 'PC-00011.corp.example' }, { name: 'PC-0001' }],
      },
    ],
    [
      'pc-0001.corp.example',
      'adapter',
      { adapterConfigurations: [{ ...adapter, hostName: 'other', adapterIndex: 0 }, adapter] },
    ],
    [
      'pc-0001.a.example',
      'adapter',
      {
        adapterConfigurations: [
          { ...adapter, adapterIndex: 7 },
          { ...adapter, dnsDomain: 'a.example' },
        ],
      },
    ],
    [
      null,
      'none',
      {
        adapterConfigurations: [{ ...adapter, dnsDomain: 'home' }],
        resourceNames: [{ name: 'PC-0001.local' }],
      },
    ],
    [
      null,
      'none',
      {
        adapterConfigurations: [{ ...adapter, dnsDomain: 'isp.example' }],
        computerSystem: { domainRole: 0, domain: 'WORKGROUP' },
      },
    ],
    [null, 'none', { base: { netbiosName: null, dnsDomain: 'corp.example' } }],
    [null, 'none', {}],
  ])('%j by %s: %j', (value, rule, overrides) =>
    expect(pickFqdn(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it('of a name over 15 characters uses the whole name', () => {
    const base = { netbiosName: 'MONTREAL-ATELIE', dnsDomain: 'corp.example' };
    const long = 'montreal-atelier-07';
    const rule = 'resourceName';
    expect(
      pickFqdn(
        sccmSections({
          base,
          resourceNames: [{ name: `${long}.corp.example` }],
          computerSystem: { name: long },
        }),
      ),
    ).toEqual({ value: `${long}.corp.example`, rule });
    expect(pickFqdn(sccmSections({ base, adapterConfigurations: [{ hostName: long }] })).value).toBe(
      `${long}.corp.example`,
    );
    expect(pickFqdn(sccmSections({ base })).value).toBe('montreal-atelie.corp.example');
  });
});

describe('organisational unit', () => {
  it('is the longest', () => {
    const ous = [{ ou: 'CORP/Z' }, { ou: 'CORP/POSTES/MONTREAL' }, { ou: 'CORP/POSTES' }, { ou: null }];
    expect(pickOu(sccmSections({ ous }))).toEqual({ value: 'CORP/POSTES/MONTREAL', rule: 'longest' });
    expect(pickOu(sccmSections())).toEqual({ value: null, rule: 'none' });
  });
});
