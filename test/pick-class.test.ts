import { describe, expect, it } from 'vitest';
import { pickClass } from '../bridges/sccm/pick/class.ts';
import { pickManufacturer, pickModel, pickSku } from '../bridges/sccm/pick/model.ts';
import { pickRole } from '../bridges/sccm/pick/role.ts';
import { pickVirtual } from '../bridges/sccm/pick/virtual.ts';
import type { AssetClass } from '../shared/asset/nature.ts';
import { chassisClass, chassisCodes, isDock } from '../shared/device/chassis.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const enclosure = (chassisTypes: string | null, tag = 'System Enclosure 0') => ({ tag, chassisTypes });

describe('class', () => {
  const byCode: Record<string, AssetClass> = {};
  for (const code of [3, 4, 5, 6, 7, 15, 16, 24, 35, 36]) byCode[code] = 'desktop';
  for (const code of [8, 9, 10, 14, 31, 32]) byCode[code] = 'laptop';
  for (const code of [17, 23, 25, 28, 29]) byCode[code] = 'server';
  for (const code of [11, 30]) byCode[code] = 'tablet';
  for (const code of [33, 34]) byCode[code] = 'embedded';
  byCode[13] = 'allInOne';

  it('maps every chassis code, and leaves the others open', () => {
    for (let code = 0; code <= 300; code += 1) {
      const expected = byCode[code] ?? 'unknown';
      const picked = pickClass(sccmSections({ enclosures: [enclosure(String(code))] }));
      expect(picked, `code ${code}`).toEqual({
        value: expected,
        rule: expected === 'unknown' ? 'none' : 'chassis',
      });
    }
  });

  it.each([
    ['laptop', 'chassis', [enclosure('9, 12')]],
    ['laptop', 'chassis', [enclosure('12,10')]],
    ['laptop', 'chassis', [enclosure('1, 10')]],
    ['laptop', 'chassis', [enclosure('12', 'System Enclosure 0'), enclosure('10', 'System Enclosure 1')]],
    ['desktop', 'chassis', [enclosure('10', 'System Enclosure 10'), enclosure('3', 'System Enclosure 2')]],
    ['unknown', 'none', [enclosure('12')]],
    ['unknown', 'none', [enclosure(null)]],
    ['unknown', 'none', [enclosure('none')]],
    ['unknown', 'none', []],
  ])('%s by %s: %j', (value, rule, enclosures) =>
    expect(pickClass(sccmSections({ enclosures }))).toEqual({ value, rule }),
  );

  it('goes on to the battery when the chassis does not decide', () => {
    const batteries = [{ name: 'DELL 8N0T7' }];
    expect(pickClass(sccmSections({ enclosures: [enclosure('1')], batteries }))).toEqual({
      value: 'laptop',
      rule: 'battery',
    });
    expect(pickClass(sccmSections({ enclosures: [enclosure('3')], batteries })).value).toBe('desktop');
  });

  it('a tower that runs Server is a server', () => {
    for (const productType of [2, 3]) {
      const sections = sccmSections({ operatingSystem: { productType }, enclosures: [enclosure('7')] });
      expect(pickClass(sections)).toEqual({ value: 'server', rule: 'operatingSystem' });
    }
  });

  it('virtual comes first', () => {
    const base = { virtualMachine: true };
    const enclosures = [enclosure('3')];
    expect(pickClass(sccmSections({ base, enclosures, operatingSystem: { productType: 3 } }))).toEqual({
      value: 'virtualServer',
      rule: 'virtual',
    });
    expect(pickClass(sccmSections({ base, enclosures, operatingSystem: { productType: 1 } })).value).toBe(
      'virtualWorkstation',
    );
    expect(pickClass(sccmSections({ base, enclosures })).value).toBe('virtualWorkstation');
  });

  it('reads lists of codes and nothing else', () => {
    expect(chassisCodes('9, 12')).toEqual([9, 12]);
    expect(chassisCodes('{10}')).toEqual([10]);
    expect(chassisCodes('99999999999999999999')).toEqual([]);
    expect(chassisCodes(null)).toEqual([]);
    expect(chassisClass([12, 1])).toBeNull();
    expect(isDock([])).toBe(false);
  });
});

describe('virtual', () => {
  const hyperV = { manufacturer: 'Microsoft Corporation', model: 'Virtual Machine' };
  it.each([
    [true, 'flag', { base: { virtualMachine: true } }],
    [true, 'model', { computerSystem: hyperV }],
    [true, 'model', { computerSystem: hyperV, base: { virtualMachine: false } }],
    [true, 'model', { computerSystem: { manufacturer: 'VMware, Inc.', model: 'VMware Virtual Platform' } }],
    [true, 'model', { computerSystem: { manufacturer: 'QEMU', model: 'Standard PC (Q35 + ICH9, 2009)' } }],
    [true, 'model', { computerSystem: { manufacturer: 'Red Hat', model: 'KVM' } }],
    [true, 'model', { computerSystem: { manufacturer: 'Xen', model: 'HVM domU' } }],
    [true, 'model', { computerSystem: { manufacturer: 'Nutanix', model: 'AHV' } }],
    [true, 'model', { computerSystem: { manufacturer: 'innotek GmbH', model: 'VirtualBox' } }],
    [true, 'model', { computerSystem: { model: 'Parallels Virtual Platform' } }],
    [true, 'model', { product: { name: 'VMware7,1' } }],
    [true, 'manufacturer', { computerSystem: { manufacturer: 'Amazon EC2', model: 'm5.large' } }],
    [true, 'manufacturer', { computerSystem: { manufacturer: 'vmware, inc.', model: 'x' } }],
    [true, 'manufacturer', { product: { vendor: 'oVirt' } }],
    [false, 'flag', { base: { virtualMachine: false } }],
    [
      false,
      'model',
      { computerSystem: { manufacturer: 'Microsoft Corporation', model: 'Surface Laptop 5' } },
    ],
    [false, 'model', { computerSystem: { manufacturer: 'LENOVO', model: '20AHVKVM01' } }],
    [null, 'none', { computerSystem: { manufacturer: 'Microsoft Corporation' } }],
    [null, 'none', {}],
  ])('%j by %s: %j', (value, rule, overrides) =>
    expect(pickVirtual(sccmSections(overrides))).toEqual({ value, rule }),
  );
});

describe('role', () => {
  it.each([
    [
      'workstation',
      'productType',
      { operatingSystem: { productType: 1 }, computerSystem: { domainRole: 3 } },
    ],
    ['domainController', 'productType', { operatingSystem: { productType: 2 } }],
    ['server', 'productType', { operatingSystem: { productType: 3 } }],
    ['workstation', 'domainRole', { operatingSystem: { productType: 9 }, computerSystem: { domainRole: 0 } }],
    ['workstation', 'domainRole', { computerSystem: { domainRole: 1 } }],
    ['server', 'domainRole', { computerSystem: { domainRole: 2 } }],
    [
      'server',
      'domainRole',
      { computerSystem: { domainRole: 3 }, inventorySystem: { systemRole: 'Workstation' } },
    ],
    ['domainController', 'domainRole', { computerSystem: { domainRole: 4 } }],
    ['domainController', 'domainRole', { computerSystem: { domainRole: 5 } }],
    ['server', 'systemRole', { inventorySystem: { systemRole: 'Server' } }],
    ['workstation', 'systemRole', { inventorySystem: { systemRole: 'Workstation' } }],
    ['server', 'name', { base: { osNameAndVersion: 'Microsoft Windows NT Advanced Server 10.0' } }],
    ['workstation', 'name', { base: { osNameAndVersion: 'Microsoft Windows NT Workstation 10.0' } }],
    ['workstation', 'name', { operatingSystem: { caption: 'Microsoft Windows 11 Entreprise' } }],
    [null, 'none', { base: { osNameAndVersion: 'Mac OS X' } }],
    [null, 'none', {}],
  ])('%j by %s: %j', (value, rule, overrides) =>
    expect(pickRole(sccmSections(overrides))).toEqual({ value, rule }),
  );
});

describe('model', () => {
  const lenovo = { manufacturer: 'LENOVO', model: '20XW0026CA' };
  it.each([
    [
      'OptiPlex 7090',
      'computerSystem',
      { computerSystem: { manufacturer: 'Dell Inc.', model: 'OptiPlex 7090' } },
    ],
    [
      'Z2 Mini',
      'product',
      { computerSystem: { model: 'System Product Name' }, product: { name: 'Z2 Mini' } },
    ],
    [null, 'none', { computerSystem: { model: 'All Series' }, product: { name: 'To be filled by O.E.M.' } }],
    [
      'ThinkPad X1 Carbon Gen 9',
      'lenovoVersion',
      { computerSystem: lenovo, product: { version: 'ThinkPad X1 Carbon Gen 9' } },
    ],
    ['20XW0026CA', 'computerSystem', { computerSystem: lenovo, product: { version: 'None' } }],
    ['20XW0026CA', 'computerSystem', { computerSystem: lenovo }],
    [
      'ThinkSystem SR650',
      'computerSystem',
      { computerSystem: { manufacturer: 'Lenovo', model: 'ThinkSystem SR650' }, product: { version: '07' } },
    ],
    [
      'Latitude 7440',
      'computerSystem',
      {
        computerSystem: { manufacturer: 'Dell Inc.', model: 'Latitude 7440' },
        product: { version: 'Not a name' },
      },
    ],
  ])('%j by %s: %j', (value, rule, overrides) =>
    expect(pickModel(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it.each([
    ['20XW0026CA', 'lenovoTypeCode', { computerSystem: lenovo, product: { sku: 'LENOVO_MT_20XW' } }],
    ['0A5D', 'product', { product: { sku: '0A5D' }, enclosures: [{ chassisTypes: '3', sku: 'OTHER' }] }],
    [
      'CHASSIS',
      'enclosure',
      { product: { sku: 'Default string' }, enclosures: [{ chassisTypes: '3', sku: 'CHASSIS' }] },
    ],
    [null, 'none', {}],
  ])('SKU %j by %s: %j', (value, rule, overrides) =>
    expect(pickSku(sccmSections(overrides))).toEqual({ value, rule }),
  );

  it.each([
    [
      'Hewlett-Packard',
      'computerSystem',
      { computerSystem: { manufacturer: 'Hewlett-Packard' }, product: { vendor: 'HP' } },
    ],
    ['HP', 'product', { computerSystem: { manufacturer: 'System manufacturer' }, product: { vendor: 'HP' } }],
    [null, 'none', { product: { vendor: 'O.E.M.' } }],
  ])('maker %j by %s: %j', (value, rule, overrides) =>
    expect(pickManufacturer(sccmSections(overrides))).toEqual({ value, rule }),
  );
});
