import { describe, expect, it } from 'vitest';
import { pickClientId, pickKey } from '../bridges/sccm/pick/key.ts';
import { serialFacts } from '../bridges/sccm/pick/serial.ts';
import { pickSerial } from '../shared/device/serial-choice.ts';
import { sccmRecord, sccmSections } from './fakes/sccm-record.ts';

const filler = 'To be filled by O.E.M.';
const vmware = 'VMware-56 4d 1f 2e 3d 4c 5b 6a-79 88 97 a6 b5 c4 d3 e2';

describe('serial', () => {
  const everywhere = {
    bios: { serial: 'BIOS0042' },
    product: { serial: 'PROD0042' },
    enclosures: [{ tag: 'System Enclosure 0', chassisTypes: '10', serial: 'ENCL0042' }],
    baseBoards: [{ tag: 'Base Board 0', serial: 'BOARD042' }],
  };

  it.each([
    ['bios', 'BIOS0042', everywhere],
    ['product', 'PROD0042', { ...everywhere, bios: { serial: filler } }],
    ['enclosure', 'ENCL0042', { ...everywhere, bios: null, product: { serial: '0' } }],
    ['baseboard', 'BOARD042', { baseBoards: everywhere.baseBoards }],
    ['none', null, { bios: { serial: filler }, product: { serial: 'System Serial Number' } }],
    ['none', null, {}],
    ['bios-short', 'A1', { bios: { serial: 'A1' }, product: { serial: filler } }],
    ['product', 'PROD0042', { bios: { serial: 'A1' }, product: { serial: 'PROD0042' } }],
    ['bios-virtual', vmware, { bios: { serial: vmware } }],
    ['baseboard', 'BOARD042', { bios: { serial: vmware }, baseBoards: everywhere.baseBoards }],
  ])('%s gives %j', (rule, value, overrides) =>
    expect(pickSerial(serialFacts(sccmSections(overrides)), null)).toEqual({ value, rule }),
  );

  it('of a virtual machine is the first virtual or genuine one', () => {
    const facts = serialFacts(sccmSections({ bios: { serial: vmware }, baseBoards: everywhere.baseBoards }));
    expect(pickSerial(facts, true)).toEqual({ value: vmware, rule: 'bios' });
  });

  it('facts keep every serial as written, with its validity', () => {
    const facts = serialFacts(
      sccmSections({
        bios: { serial: filler },
        product: { serial: '5cg1234abc' },
        baseBoards: [{ tag: 'Base Board 0', serial: 'x1' }],
      }),
    );
    expect(facts).toEqual([
      { value: filler, origin: 'bios', validity: 'placeholder' },
      { value: '5cg1234abc', origin: 'product', validity: 'genuine' },
      { value: 'x1', origin: 'baseboard', validity: 'short' },
    ]);
  });

  it('never comes from a docking station, and the lowest enclosure counts', () => {
    const facts = serialFacts(
      sccmSections({
        enclosures: [
          { tag: 'System Enclosure 10', chassisTypes: '10', serial: 'TENTH000' },
          { tag: 'System Enclosure 2', chassisTypes: '10', serial: 'SECOND00' },
          { tag: 'System Enclosure 0', chassisTypes: '12', serial: 'DOCK0000' },
        ],
      }),
    );
    expect(facts.map((fact) => fact.value)).toEqual(['SECOND00']);
  });
});

describe('key', () => {
  const bare = '0F3C2B1A-AAAA-4222-8333-444455556666';
  it.each([
    ['clientId', `sccm:${bare}`, `GUID:${bare}`, 'P01'],
    ['clientId', `sccm:${bare}`, bare.toLowerCase(), null],
    ['siteAndResource', 'sccm:P01:16777220', null, 'P01'],
    ['siteAndResource', 'sccm:P01:16777220', 'GUID:00000000-0000-0000-0000-000000000000', 'P01'],
    ['siteAndResource', 'sccm:P01:16777220', 'garbage', 'P01'],
    ['resource', 'sccm:16777220', null, null],
  ])('%s gives %s', (rule, value, clientId, siteCode) =>
    expect(pickKey(sccmRecord({ base: { clientId } }), { siteCode })).toEqual({ value, rule }),
  );

  it('differs between two hierarchies that use the same ResourceID', () => {
    const record = sccmRecord();
    expect(pickKey(record, { siteCode: 'P01' }).value).not.toBe(pickKey(record, { siteCode: 'X02' }).value);
  });

  it('takes the inventory client id when discovery has none', () => {
    const sections = sccmSections({ inventorySystem: { clientId: `GUID:${bare}` } });
    expect(pickClientId(sections)).toEqual({ value: bare, rule: 'inventorySystem' });
  });
});
