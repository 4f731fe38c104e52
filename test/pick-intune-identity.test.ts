import { describe, expect, it } from 'vitest';
import { pickName } from '../bridges/intune/pick/name.ts';
import { hardwareOf, pickSerial, serialFacts } from '../bridges/intune/pick/serial.ts';
import { intuneRecord, listRow } from './fakes/intune-record.ts';

const windows = { operatingSystem: 'Windows' };
const dell = { ...windows, manufacturer: 'Dell Inc.', model: 'Latitude 5450' };
const vmware = { ...windows, manufacturer: 'VMware, Inc.', model: 'VMware7,1' };
const vmwareSerial = 'VMware-5600000000000000-0000000000000001';

describe('serial', () => {
  it.each([
    ['a genuine one', '7XQ4ZZ1', dell, '7XQ4ZZ1', 'intune'],
    ['one that Intune lacks', '', dell, null, 'none'],
    ['0', '0', dell, null, 'placeholder'],
    ['Default string without its space', 'Defaultstring', dell, null, 'placeholder'],
    ['To be filled by O.E.M.', 'To be filled by O.E.M.', dell, null, 'placeholder'],
    ['System Serial Number', 'SystemSerialNumber', dell, null, 'placeholder'],
    ['a placeholder with other signs in it', 'To-be-filled-by-O.E.M', dell, null, 'placeholder'],
    ['one with signs in it', 'PF-4QX71A', dell, 'PF-4QX71A', 'intune'],
    ['None', 'None', dell, null, 'placeholder'],
    ['Not Specified', 'Not Specified', dell, null, 'placeholder'],
    ['nothing but X', 'XXXXXXXX', dell, null, 'placeholder'],
    ['nothing but F', 'FFFFFFFF', dell, null, 'placeholder'],
    ['of a guest', vmwareSerial, vmware, vmwareSerial, 'intune'],
    ['of a guest, on hardware', vmwareSerial, dell, vmwareSerial, 'intune-virtual'],
    ['three characters', 'A12', dell, 'A12', 'intune-short'],
  ])('%s', (_, serialNumber, machine, value, rule) => {
    const record = intuneRecord({ list: { ...machine, serialNumber } });
    expect(pickSerial(serialFacts(record), record.list)).toEqual({ value, rule });
  });

  it('of the details stands in for one that the list lacks, and is told once', () => {
    const detail = { hardwareInformation: { serialNumber: 'H4TZ9Q6LNP' } };
    const without = intuneRecord({ list: { operatingSystem: 'macOS' }, detail });
    expect(pickSerial(serialFacts(without), without.list).value).toBe('H4TZ9Q6LNP');
    const same = intuneRecord({ list: { operatingSystem: 'macOS', serialNumber: 'H4TZ9Q6LNP' }, detail });
    expect(serialFacts(same)).toEqual([{ value: 'H4TZ9Q6LNP', origin: 'product', validity: 'genuine' }]);
  });

  it.each([
    ['7xq4zz1', '7XQ4ZZ1'],
    ['A12', 'fe014372-9313-4adf-bba3-fec76ca387b5'],
    ['0', 'fe014372-9313-4adf-bba3-fec76ca387b5'],
  ])('%s ties enrolments together as %s', (serialNumber, hardware) => {
    const azureADDeviceId = 'fe014372-9313-4adf-bba3-fec76ca387b5';
    expect(hardwareOf(listRow({ ...dell, azureADDeviceId, serialNumber }))).toBe(hardware);
    expect(hardwareOf(listRow({ ...dell, serialNumber: '0' }))).toBeNull();
  });
});

describe('name', () => {
  const id = '8df08078-a22e-4180-85c2-c2af3977a654';
  const phone = { operatingSystem: 'iOS', model: 'iPhone 15', serialNumber: 'K7Q2XW1MPL' };
  const android = { operatingSystem: 'Android', model: 'SM-S921W', serialNumber: 'R5CX60000AL' };
  const managed = 'chloe.essai_AndroidForWork_3/14/2026_9:05 AM';

  it.each([
    ['that somebody gave', { ...dell, deviceName: 'CTO-LT-0412' }, 'CTO-LT-0412', 'given'],
    ['that Windows made up', { ...dell, deviceName: 'DESKTOP-0TEST01' }, 'DESKTOP-0TEST01', 'given'],
    ['of the factory', { ...phone, deviceName: 'iPhone' }, 'iPhone (K7Q2XW1MPL)', 'factory'],
    [
      'of the factory, second of its kind',
      { ...phone, deviceName: 'iPhone (2)' },
      'iPhone (2) (K7Q2XW1MPL)',
      'factory',
    ],
    [
      'of a Mac',
      {
        operatingSystem: 'macOS',
        model: 'MacBook Air',
        serialNumber: 'FVGZ4C2YMD',
        deviceName: 'MacBook Air',
      },
      'MacBook Air (FVGZ4C2YMD)',
      'factory',
    ],
    ['that is the model', { ...android, deviceName: 'SM-S921W' }, 'SM-S921W (R5CX60000AL)', 'factory'],
    [
      'of a kiosk',
      { ...android, deviceName: 'AndroidEnterprise_kiosk_11' },
      'AndroidEnterprise_kiosk_11 (R5CX60000AL)',
      'factory',
    ],
    ['with a login in it', { ...android, deviceName: managed }, 'SM-S921W (R5CX60000AL)', 'model'],
    [
      'with a login in it, no serial',
      { ...android, serialNumber: '', deviceName: managed },
      'SM-S921W (8df08078)',
      'model',
    ],
    ['that is missing', { ...phone, deviceName: '' }, 'iPhone 15 (K7Q2XW1MPL)', 'model'],
    ['that is missing, as all else', {}, 'Intune (8df08078)', 'model'],
    [
      'with a short serial',
      { ...phone, deviceName: 'iPhone', serialNumber: 'A12' },
      'iPhone (8df08078)',
      'factory',
    ],
    ['that somebody gave an iPhone', { ...phone, deviceName: 'CGH-TEL-014' }, 'CGH-TEL-014', 'given'],
  ])('%s', (_, list, value, rule) => {
    expect(pickName(intuneRecord({ id, list }), false)).toEqual({ value, rule });
  });

  it('that a newer device has too is made unique', () => {
    const list = { ...dell, serialNumber: '2BC1V63', deviceName: 'ACCUEIL' };
    expect(pickName(intuneRecord({ id, list, nameTaken: true }), false)).toEqual({
      value: 'ACCUEIL (2BC1V63)',
      rule: 'shared',
    });
  });

  it('of a private device is not the one that its owner gave', () => {
    const list = { ...phone, deviceName: 'iPhone de Chloé' };
    expect(pickName(intuneRecord({ id, list }), true)).toEqual({
      value: 'iPhone 15 (K7Q2XW1MPL)',
      rule: 'personal',
    });
  });

  it('does not change when the details are read one night', () => {
    const list = { operatingSystem: 'iOS', model: 'iPhone 15', deviceName: 'iPhone' };
    const detail = { hardwareInformation: { serialNumber: 'K7Q2XW1MPL' } };
    expect(pickName(intuneRecord({ id, list, detail }), false)).toEqual(
      pickName(intuneRecord({ id, list }), false),
    );
  });
});
