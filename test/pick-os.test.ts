import { describe, expect, it } from 'vitest';
import { normalizeOs } from '../bridges/sccm/normalize/os.ts';
import { pickArchitecture } from '../bridges/sccm/pick/os.ts';
import { buildNumber, featureVersion, shortBuild } from '../shared/device/windows-release.ts';
import { sccmSections } from './fakes/sccm-record.ts';

describe('feature version', () => {
  it.each([
    ['10240', '1507'],
    ['10586', '1511'],
    ['14393', '1607'],
    ['15063', '1703'],
    ['16299', '1709'],
    ['17134', '1803'],
    ['17763', '1809'],
    ['18362', '1903'],
    ['18363', '1909'],
    ['19041', '2004'],
    ['19042', '20H2'],
    ['19043', '21H1'],
    ['19044', '21H2'],
    ['19045', '22H2'],
    ['22000', '21H2'],
    ['22621', '22H2'],
    ['22631', '23H2'],
    ['26100', '24H2'],
    ['26200', '25H2'],
    ['28000', '26H1'],
    ['26300', '26H2'],
    ['20348', null],
    ['7601', null],
    ['99999', null],
    ['garbage', null],
    [null, null],
  ])('of client build %j is %j', (build, version) =>
    expect(featureVersion(build, 'workstation')).toBe(version),
  );

  it.each([
    ['14393', null],
    ['17763', null],
    ['20348', null],
    ['26100', null],
    ['22631', null],
    ['17134', '1803'],
    ['19042', '20H2'],
    ['25398', '23H2'],
  ])('of server build %s is %j', (build, version) => {
    expect(featureVersion(build, 'server')).toBe(version);
    expect(featureVersion(build, 'domainController')).toBe(version);
  });

  it.each([
    ['17763', null],
    ['26100', null],
    ['20348', null],
    ['22631', '23H2'],
    ['19042', '20H2'],
    ['25398', null],
  ])('of build %s on a machine of unknown role is %j', (build, version) =>
    expect(featureVersion(build, null)).toBe(version),
  );

  it('reads any spelling of a build', () => {
    for (const text of ['22631', '22631.4460', '10.0.22631', '10.0.22631.4460'])
      expect(buildNumber(text)).toBe(22631);
    expect(buildNumber('6.1.7601')).toBe(7601);
    expect(buildNumber('10.0')).toBeNull();
    expect(shortBuild('10.0.22631.4460')).toBe('22631.4460');
    expect(shortBuild('22631')).toBe('22631');
    expect(shortBuild('14.6.1')).toBe('14.6.1');
  });
});

describe('architecture', () => {
  it.each([
    ['x64', '64 bits', null],
    ['x64', '64-bit', null],
    ['x64', '64-Bit-Version', null],
    ['x86', '32 bits', 'x64-based PC'],
    ['arm64', 'ARM 64 bits', null],
    ['arm64', 'Processeur ARM 64 bits', null],
    ['arm64', 'ARM 64-bit Processor', null],
    ['x64', null, 'x64-based PC'],
    ['arm64', null, 'ARM64-based PC'],
    ['x86', null, 'X86-based PC'],
    [null, null, 'Itanium-based, 64-bit'],
    [null, 'autre', null],
    [null, null, null],
  ])('%j from %j, %j', (value, architecture, systemType) =>
    expect(
      pickArchitecture(sccmSections({ operatingSystem: { architecture }, computerSystem: { systemType } }))
        .value,
    ).toBe(value),
  );
});

describe('operating system', () => {
  it('keeps the localised name, prefers the revision, and looks at the role', () => {
    const { value, rules } = normalizeOs(
      sccmSections({
        base: {
          osBuildRevision: '10.0.26100.4652',
          osBuild: '10.0.26100',
          osNameAndVersion: 'Microsoft Windows NT Server 10.0',
        },
        operatingSystem: {
          caption: 'Microsoft Windows Server 2025 Standard',
          version: '10.0.26100',
          build: '26100',
          editionCode: 7,
          architecture: '64 bits',
          servicePack: null,
          productType: 3,
          installed: '2025-03-04',
          lastBoot: '2026-11-01T06:00:00',
        },
      }),
    );
    expect(value).toEqual({
      family: 'windows',
      name: 'Microsoft Windows Server 2025 Standard',
      version: '10.0.26100',
      build: '26100.4652',
      featureVersion: null,
      editionCode: 7,
      architecture: 'x64',
      servicePack: null,
      role: 'server',
      installedOn: '2025-03-04',
      lastBootAt: '2026-11-01T06:00:00',
    });
    expect(rules).toMatchObject({
      'os.build': 'system',
      'os.role': 'productType',
      'os.architecture': 'operatingSystem',
    });
  });

  it('of a machine without inventory is what discovery says', () => {
    const base = { osNameAndVersion: 'Microsoft Windows NT Workstation 10.0', osBuild: '10.0.22631' };
    const { value, rules } = normalizeOs(sccmSections({ base }));
    expect(value).toMatchObject({
      name: base.osNameAndVersion,
      version: '10.0.22631',
      build: null,
      featureVersion: '23H2',
      role: 'workstation',
    });
    expect(rules).toMatchObject({
      'os.name': 'system',
      'os.version': 'system',
      'os.featureVersion': 'version',
      'os.role': 'name',
    });
  });

  it('does not take an old version for a new build', () => {
    const { value } = normalizeOs(
      sccmSections({
        base: { osBuildRevision: '10.0.99999.1' },
        operatingSystem: { version: '10.0.22631', productType: 1 },
      }),
    );
    expect(value).toMatchObject({ build: '99999.1', featureVersion: null });
  });
});
