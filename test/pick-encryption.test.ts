import { describe, expect, it } from 'vitest';
import { normalizeFirmware } from '../bridges/sccm/normalize/firmware.ts';
import { encryptableVolumes } from '../bridges/sccm/pick/encryption.ts';
import { pickEncrypted } from '../shared/device/volume-protection.ts';
import { sccmSections } from './fakes/sccm-record.ts';

const encrypted = (overrides: Parameters<typeof sccmSections>[0]) =>
  pickEncrypted(encryptableVolumes(sccmSections(overrides)));
const on = { protection: true };
const off = { protection: false };

describe('encryption', () => {
  it.each([
    [
      true,
      'bitLocker',
      {
        bitLocker: [
          { drive: 'C:', ...on },
          { drive: 'D:', ...off },
        ],
      },
    ],
    [
      false,
      'bitLocker',
      { bitLocker: [{ drive: 'c:', ...off }], encryptableVolumes: [{ drive: 'C:', ...on }] },
    ],
    [
      true,
      'encryptableVolume',
      { bitLocker: [{ drive: 'C:', protection: null }], encryptableVolumes: [{ drive: 'C:\\', ...on }] },
    ],
    [
      true,
      'encryptableVolume',
      {
        encryptableVolumes: [
          { drive: 'D:', ...off },
          { drive: 'C:', ...on },
        ],
      },
    ],
    [false, 'onlyVolume', { encryptableVolumes: [{ drive: 'D:', ...off }] }],
    [true, 'onlyVolume', { bitLocker: [{ drive: null, ...on }] }],
    [
      false,
      'bitLocker',
      {
        bitLocker: [
          { drive: 'C:', ...on },
          { drive: 'C:', ...off },
        ],
      },
    ],
    [
      null,
      'none',
      {
        bitLocker: [
          { drive: 'D:', ...on },
          { drive: 'E:', ...on },
        ],
      },
    ],
    [null, 'none', { bitLocker: [{ drive: 'C:', protection: null }] }],
    [
      true,
      'bitLocker',
      {
        bitLocker: [
          { drive: 'C:', protection: null },
          { drive: 'C:', ...on },
        ],
      },
    ],
    [null, 'none', {}],
  ])('%j by %s: %j', (value, rule, overrides) => expect(encrypted(overrides)).toEqual({ value, rule }));

  it('joins both classes on the drive letter and never multiplies', () => {
    const { value } = normalizeFirmware(
      sccmSections({
        bitLocker: [
          { drive: 'D:', ...on, method: 6 },
          { drive: 'C:', ...on, method: 7 },
        ],
        encryptableVolumes: [
          { drive: 'C:', ...on },
          { drive: 'D:', ...on },
          { drive: 'E:', ...off },
          { drive: null, ...off },
        ],
      }),
    );
    expect(value.encryptedVolumes).toEqual([
      { drive: 'C:', protected: true, method: 'XTS-AES 256' },
      { drive: 'D:', protected: true, method: 'XTS-AES 128' },
      { drive: 'E:', protected: false, method: null },
      { drive: null, protected: false, method: null },
    ]);
  });

  it.each([
    [0, 'none'],
    [1, 'AES 128 with diffuser'],
    [2, 'AES 256 with diffuser'],
    [3, 'AES 128'],
    [4, 'AES 256'],
    [5, 'hardware'],
    [6, 'XTS-AES 128'],
    [7, 'XTS-AES 256'],
    [8, null],
    [-1, null],
    [null, null],
  ])('method %j is %j', (method, name) => {
    const [only] = encryptableVolumes(sccmSections({ bitLocker: [{ drive: 'C:', method }] }));
    expect(only?.volume.method).toBe(name);
  });
});

describe('firmware', () => {
  it.each([
    ['2.0, 0, 1.38', '2.0'],
    ['1.2', '1.2'],
    ['Not Supported', null],
    ['', null],
    [null, null],
  ])('TPM %j is version %j', (specVersion, version) =>
    expect(normalizeFirmware(sccmSections({ tpm: { specVersion } })).value.tpmVersion).toBe(version),
  );

  it('takes what people call the BIOS version, then its name', () => {
    const bios = { version: 'N2HET78W (1.61)', name: 'N2HET' };
    expect(normalizeFirmware(sccmSections({ bios }))).toMatchObject({
      value: { biosVersion: bios.version },
      rules: { 'firmware.biosVersion': 'version' },
    });
    expect(normalizeFirmware(sccmSections({ bios: { name: 'N2HET' } }))).toMatchObject({
      value: { biosVersion: 'N2HET' },
      rules: { 'firmware.biosVersion': 'name' },
    });
  });
});
