import { describe, expect, it } from 'vitest';
import { pickClass } from '../bridges/intune/pick/class.ts';
import { pickFamily } from '../bridges/intune/pick/family.ts';
import { pickArchitecture, pickBuild, pickOsName, pickRole, pickVersion } from '../bridges/intune/pick/os.ts';
import { pickVirtual } from '../bridges/intune/pick/virtual.ts';
import { intuneRecord, listRow } from './fakes/intune-record.ts';

const pc = (osVersion: string, more: object = {}) => ({ operatingSystem: 'Windows', osVersion, ...more });

describe('operating system', () => {
  it.each([
    ['Windows', 'windows'],
    ['macOS', 'macos'],
    ['iOS', 'ios'],
    ['iPadOS', 'ipados'],
    ['Android', 'android'],
    ['AndroidForWork', 'android'],
    ['AndroidEnterprise', 'android'],
    ['Android (AOSP)', 'android'],
    ['Linux', 'linux'],
    ['ChromeOS', 'chromeos'],
    ['Chrome OS', 'chromeos'],
    ['visionOS', 'other'],
    ['Unknown', null],
    ['', null],
  ])('%s is of the family %s', (operatingSystem, family) => {
    expect(pickFamily(listRow({ operatingSystem }))).toBe(family);
  });

  it.each([
    [
      'Windows 11 by its build',
      { list: pc('10.0.22631.4460'), report: { SkuFamily: 'Enterprise' } },
      'Windows 11 Enterprise',
      '22631.4460',
    ],
    [
      'Windows 10 by its build',
      { list: pc('10.0.19045.6456'), report: { SkuFamily: 'Pro' } },
      'Windows 10 Pro',
      '19045.6456',
    ],
    [
      'an edition that only the details tell',
      { list: pc('10.0.26100.1'), detail: { hardwareInformation: { operatingSystemEdition: 'Education' } } },
      'Windows 11 Education',
      '26100.1',
    ],
    ['no edition', { list: pc('10.0.26100.1') }, 'Windows 11', '26100.1'],
    ['no build', { list: pc('') }, 'Windows', null],
    [
      'a server',
      { list: pc('10.0.20348.2762', { managementAgent: 'msSense' }) },
      'Windows Server 2022',
      '20348.2762',
    ],
    ['a Mac', { list: { operatingSystem: 'macOS', osVersion: '15.1 (24B83)' } }, 'macOS 15.1', '24B83'],
    ['an iPhone', { list: { operatingSystem: 'iOS', osVersion: '18.1.1' } }, 'iOS 18.1.1', null],
    [
      'Android',
      {
        list: { operatingSystem: 'Android', osVersion: '15' },
        detail: { hardwareInformation: { osBuildNumber: 'AP3A.240905' } },
      },
      'Android 15',
      'AP3A.240905',
    ],
    ['Linux', { list: { operatingSystem: 'Linux', osVersion: '24.04' } }, 'Linux 24.04', null],
    ['a system without a version', { list: { operatingSystem: 'iPadOS' } }, 'iPadOS', null],
    [
      'a system that is new to us',
      { list: { operatingSystem: 'visionOS', osVersion: '2.1' } },
      'visionOS 2.1',
      null,
    ],
    ['nothing', {}, null, null],
  ])('%s', (_, said, name, build) => {
    const record = intuneRecord(said);
    expect([pickOsName(record).value, pickBuild(record).value]).toEqual([name, build]);
  });

  it('gives the version without its build', () => {
    expect(pickVersion(listRow({ osVersion: '15.1 (24B83)' })).value).toBe('15.1');
    expect(pickVersion(listRow({ osVersion: '10.0.22631.4460' })).value).toBe('10.0.22631.4460');
  });

  it.each([
    [pc('10.0.26100.1', { managementAgent: 'mdm' }), 'workstation'],
    [pc('10.0.20348.1', { managementAgent: 'configurationManagerClient' }), 'server'],
    [{ operatingSystem: 'Windows Server', osVersion: '10.0.26100.1' }, 'server'],
    [pc('10.0.26100.1', { managementAgent: 'msSense' }), null],
    [{ operatingSystem: 'macOS' }, null],
  ])('%j is a %s', (list, role) => {
    expect(pickRole(listRow(list)).value).toBe(role);
  });

  it.each([
    ['Windows', '9', 'x64'],
    ['Windows', '0', 'x86'],
    ['Windows', '5', 'arm'],
    ['Windows', '12', 'arm64'],
    ['macOS', '12', 'arm64'],
    ['iOS', '0', null],
    ['Windows', '77', null],
  ])('on %s architecture %s is %s', (operatingSystem, ProcessorArchitecture, expected) => {
    const record = intuneRecord({ list: { operatingSystem }, report: { ProcessorArchitecture } });
    expect(pickArchitecture(record).value).toBe(expected);
  });

  it('takes the architecture of the details when the report tells none', () => {
    const record = intuneRecord({ list: pc('10.0.1'), detail: { processorArchitecture: 'arM64' } });
    expect(pickArchitecture(record)).toEqual({ value: 'arm64', rule: 'detail' });
  });
});

describe('class', () => {
  const apple = (operatingSystem: string, model: string) => ({
    operatingSystem,
    model,
    manufacturer: 'Apple',
  });
  const windows = (model: string, more = {}) =>
    pc('10.0.26100.1', { model, managementAgent: 'mdm', ...more });

  it.each([
    [apple('iOS', 'iPhone 15'), 'smartphone', 'model'],
    [apple('iPadOS', 'iPad (10th generation)'), 'tablet', 'model'],
    [apple('iOS', 'iPad Air 2'), 'tablet', 'model'],
    [apple('macOS', 'MacBook Pro'), 'laptop', 'model'],
    [apple('macOS', 'Mac mini'), 'desktop', 'model'],
    [apple('macOS', 'iMac'), 'allInOne', 'model'],
    [apple('visionOS', 'Apple Vision Pro'), 'other', 'model'],
    [{ operatingSystem: 'Android', model: 'SM-S921W' }, 'smartphone', 'operatingSystem'],
    [{ operatingSystem: 'Android', model: 'SM-X210' }, 'tablet', 'model'],
    [
      { operatingSystem: 'Android', model: 'Pixel 8', manufacturer: 'Google' },
      'smartphone',
      'operatingSystem',
    ],
    [{ operatingSystem: 'Android (AOSP)', model: 'HMT-1' }, 'other', 'operatingSystem'],
    [{ operatingSystem: 'ChromeOS', model: 'Chromebook Spin 714' }, 'laptop', 'model'],
    [{ operatingSystem: 'Linux', model: 'Laptop 13' }, 'laptop', 'model'],
    [windows('Latitude 5450'), 'laptop', 'model'],
    [windows('HP EliteBook 840 14 inch G11 Notebook PC'), 'laptop', 'model'],
    [windows('HP Elite Mini 800 G9 Desktop PC'), 'desktop', 'model'],
    [windows('OptiPlex All-in-One 7410'), 'allInOne', 'model'],
    [windows('Precision 3660'), 'desktop', 'model'],
    [windows('Precision 5680'), 'laptop', 'model'],
    [windows('Surface Laptop 6 for Business'), 'laptop', 'model'],
    [windows('Surface Hub 2S'), 'other', 'model'],
    [windows('21HES0AV00', { manufacturer: 'LENOVO' }), 'unknown', 'none'],
    [windows('Virtual Machine', { manufacturer: 'Microsoft Corporation' }), 'virtualWorkstation', 'virtual'],
    [windows('Cloud PC Enterprise 4vCPU/16GB/128GB'), 'virtualWorkstation', 'virtual'],
    [windows('', { osVersion: '10.0.20348.1' }), 'server', 'operatingSystem'],
    [windows('VMware20,1', { osVersion: '10.0.20348.1' }), 'virtualServer', 'virtual'],
    [{ operatingSystem: 'iPadOS' }, 'tablet', 'operatingSystem'],
    [{}, 'unknown', 'none'],
  ])('%j is a %s, by its %s', (list, value, rule) => {
    expect(pickClass(intuneRecord({ list }))).toEqual({ value, rule });
  });

  it.each([
    ['laptop', 'laptop'],
    ['desktop', 'desktop'],
    ['tablet', 'tablet'],
    ['worksWorkstation', 'desktop'],
  ])('the chassis %s goes before the model', (chassisType, value) => {
    const record = intuneRecord({ list: windows('Latitude 5450'), detail: { chassisType } });
    expect(pickClass(record)).toEqual({ value, rule: 'chassis' });
  });

  it('a chassis that tells nothing does not', () => {
    const record = intuneRecord({ list: windows('Latitude 5450'), detail: { chassisType: 'mobileOther' } });
    expect(pickClass(record)).toEqual({ value: 'laptop', rule: 'model' });
  });

  it.each([
    [windows('VMware7,1'), true, 'model'],
    [windows('Standard', { manufacturer: 'QEMU' }), true, 'manufacturer'],
    [windows('Latitude 5450'), false, 'model'],
    [{ operatingSystem: 'Android', manufacturer: 'Google', model: 'Pixel 8' }, false, 'system'],
    [windows(''), null, 'none'],
    [{}, null, 'none'],
  ])('%j is virtual: %s', (list, value, rule) => {
    expect(pickVirtual(listRow(list))).toEqual({ value, rule });
  });
});
