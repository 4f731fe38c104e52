import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetTag } from '../shared/device/asset-tag.ts';
import { firmwareUuid } from '../shared/device/firmware-uuid.ts';
import { guid } from '../shared/device/guid.ts';
import { usableMac } from '../shared/device/mac.ts';
import { formatMac } from '../shared/device/mac-form.ts';
import {
  isLenovoTypeCode,
  manufacturerName,
  modelName,
  readableName,
  skuCode,
} from '../shared/device/model-name.ts';
import { comparable } from '../shared/device/placeholder.ts';
import { deliveredPlaceholders } from '../shared/device/placeholder-catalogue.ts';
import { realText } from '../shared/device/real-text.ts';
import { judgeSerial } from '../shared/device/serial.ts';

const delivered = deliveredPlaceholders();

describe('serials', () => {
  it.each([...delivered.fillers, ...delivered.serials])(
    '%j is a placeholder however it is spelled',
    (text) => {
      expect(judgeSerial(text)).toBe('placeholder');
      expect(judgeSerial(` ${text.toLowerCase()} `)).toBe('placeholder');
      expect(judgeSerial(text.replaceAll(' ', '  '))).toBe('placeholder');
    },
  );

  it.each([
    '0',
    '00000000',
    '1111111',
    '1010010',
    'xxxxxxxx',
    '........',
    '1234',
    '12345',
    '123456',
    '1234567',
    '12345678',
    '123456789',
    '1234567890',
    '0123',
    '0123456789',
    '123456789000',
    '12345678901234567',
    '1.2',
    '1.2.3',
    'Defaultstring',
    'To  be filled by O.E.M.',
  ])('%j is a placeholder', (text) => expect(judgeSerial(text)).toBe('placeholder'));

  it.each([
    'VMware-56 4d 1f 2e 3d 4c 5b 6a-79 88 97 a6 b5 c4 d3 e2',
    'VMware-5600000000000000-0000000000000001',
    '1234-5678-9012-3456-7890-1234-56',
    'Parallels-12 34 56 78 9A BC DE F0',
    'VirtualBox-0f3c2b1a-1111-4222-8333-444455556666',
    'ec2f3c2b-1111-4222-8333-444455556666',
    'GoogleCloud-0F3C2B1A111142228333444455556666',
  ])('%j names a guest', (text) => expect(judgeSerial(text)).toBe('virtual'));

  it.each(['A1', '7X2', '123', 'ab'])('%j is short', (text) => expect(judgeSerial(text)).toBe('short'));

  it.each([
    '5CG1234ABC',
    '7XQ4ZZ1',
    'PF2ABCDE',
    '1235',
    '0124',
    '12346',
    '10012',
    '2.34.5678',
    'EC2ABCD',
    'VMWAREX',
  ])('%j is genuine', (text) => expect(judgeSerial(text)).toBe('genuine'));

  it('judges the same whatever the case and spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(judgeSerial(comparable(text))).toBe(judgeSerial(text));
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
    );
  });
});

describe('UUIDs', () => {
  it.each([
    ...delivered.uuids,
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '0F3C2B1A-1111-4222-8333-44445555666',
    '0F3C2B1A111142228333444455556666',
    'Not Settable',
    '',
  ])('%j is none', (text) => {
    expect(firmwareUuid(text)).toBeNull();
    expect(firmwareUuid(text.toLowerCase())).toBeNull();
  });

  it('writes upper case without braces, and the same again', () => {
    const written = '0F3C2B1A-AAAA-4222-8333-444455556666';
    expect(firmwareUuid(` {${written.toLowerCase()}} `)).toBe(written);
    fc.assert(
      fc.property(fc.uuid(), (text) => {
        expect(guid(text)).toBe(text.toUpperCase());
        expect(guid(guid(text))).toBe(guid(text));
      }),
    );
  });
});

describe('MAC addresses', () => {
  it.each([
    ['aa:bb:cc:dd:ee:01', 'AA:BB:CC:DD:EE:01'],
    ['AA-BB-CC-DD-EE-01', 'AA:BB:CC:DD:EE:01'],
    ['aabb.ccdd.ee01', 'AA:BB:CC:DD:EE:01'],
    ['AABBCCDDEE01', 'AA:BB:CC:DD:EE:01'],
    ['AA:BB:CC:DD:EE', null],
    ['AA:BB:CC:DD:EE:01:02:03', null],
    ['zz:bb:cc:dd:ee:01', null],
    ['', null],
    [null, null],
  ])('%j is written %j', (text, written) => expect(usableMac(text)).toBe(written));

  it.each([...delivered.macs, ...delivered.macPrefixes.map((prefix) => `${prefix}:08`)])(
    '%s names no adapter',
    (mac) => {
      expect(usableMac(mac.toLowerCase().replaceAll(':', '-'))).toBeNull();
      expect(formatMac(mac)).toBe(mac);
    },
  );

  it('keeps addresses near a placeholder', () => {
    expect(usableMac('00:50:56:C1:00:08')).toBe('00:50:56:C1:00:08');
    expect(usableMac('0A:00:27:01:00:00')).toBe('0A:00:27:01:00:00');
  });

  it('is written the same again', () => {
    const sixBytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(sixBytes, fc.constantFrom(':', '-', ''), (bytes, separator) => {
        const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
        const written = formatMac(text);
        expect(written).toMatch(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/u);
        expect(formatMac(written)).toBe(written);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(formatMac(formatMac(text))).toBe(formatMac(text));
      }),
    );
  });
});

describe('makers, models, codes and tags', () => {
  it.each(delivered.fillers)('%j fills any field', (text) => {
    for (const read of [realText, modelName, manufacturerName, skuCode, assetTag])
      expect(read(text.toLowerCase())).toBeNull();
  });

  it.each([
    [modelName, 'System Product Name', null],
    [modelName, 'Product Name', null],
    [modelName, 'System Name', null],
    [modelName, 'All Series', null],
    [modelName, 'OptiPlex 7090', 'OptiPlex 7090'],
    [manufacturerName, 'System manufacturer', null],
    [manufacturerName, 'Hewlett-Packard', 'Hewlett-Packard'],
    [skuCode, 'SKU', null],
    [skuCode, '0000000000', null],
    [skuCode, '0A5D', '0A5D'],
    [assetTag, 'No Asset Tag', null],
    [assetTag, 'No Asset Information', null],
    [assetTag, 'Asset-1234567890', null],
    [assetTag, '0123456789', null],
    [assetTag, '0', null],
    [assetTag, 'XXXXXXX', null],
    [assetTag, '1234', '1234'],
    [assetTag, '11', '11'],
    [assetTag, 'VILLE-00417', 'VILLE-00417'],
  ])('%o reads %j as %j', (read, text, value) => expect(read(text)).toBe(value));

  it.each([
    ['LENOVO', '20XW0026CA', true],
    ['Lenovo', '10FL', true],
    ['LENOVO', '2349H2G', true],
    ['LENOVO', 'ThinkSystem SR650', false],
    ['LENOVO', 'YOGA', false],
    ['Dell Inc.', '20XW0026CA', false],
    [null, '20XW0026CA', false],
    ['LENOVO', null, false],
  ])('%j %j is a Lenovo type code: %j', (maker, model, expected) =>
    expect(isLenovoTypeCode(maker, model)).toBe(expected),
  );

  it.each([
    ['ThinkPad X1 Carbon Gen 9', 'ThinkPad X1 Carbon Gen 9'],
    ['05', null],
    ['1.0', null],
    ['None', null],
    ['Lenovo Product', null],
  ])('%j reads as %j', (text, value) => expect(readableName(text)).toBe(value));
});
