import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPart, cutPart, installDay, isUpdate } from '../shared/software/clean.ts';

describe('a part of a title', () => {
  it.each([
    ['  Lecteur Exemple  ', 'Lecteur Exemple'],
    ['Pilote\u0001Exemple\ufffe', 'Pilote Exemple'],
    ['1\t\r\n2', '1 2'],
    ['a  b', 'a  b'],
    ['=1+1', '=1+1'],
    ['\u00a0 \u0007', null],
    ['', null],
    [null, null],
  ])('%j is %j', (text, cleaned) => {
    expect(cleanPart(text)).toBe(cleaned);
  });

  it('is never blank, never unwritable, and clean once cleaned', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          units.map((each) => String.fromCharCode(...each)),
        ),
        (text) => {
          const cleaned = cleanPart(text);
          if (cleaned === null) return;
          expect(cleaned).toBe(cleaned.trim());
          expect(cleaned).not.toMatch(/[\p{Control}\p{Surrogate}\ufffe\uffff]/u);
          expect(cleanPart(cleaned)).toBe(cleaned);
          expect(cutPart(cleaned).length).toBeLessThanOrEqual(255);
        },
      ),
    );
  });

  it('is cut between characters', () => {
    expect(cutPart(`${'a'.repeat(254)}😀`)).toBe('a'.repeat(254));
  });
});

describe('the day of an installation', () => {
  it.each([
    ['20240131', '2024-01-31'],
    ['2024-01-31', '2024-01-31'],
    ['2024-01-31T00:00:00', '2024-01-31'],
    [' 20240131 ', '2024-01-31'],
    ['31/01/2024', '2024-01-31'],
    ['01/31/2024', '2024-01-31'],
    ['02/02/2024', '2024-02-02'],
    ['01/02/2024', null],
    ['20240231', null],
    ['20241301', null],
    ['1706659200', null],
    ['00000000', null],
    ['19700101', null],
    ['1900-01-01T00:00:00', null],
    ['Wed Jan 31 2024', null],
    ['', null],
    [null, null],
  ])('in %j is %j', (text, day) => {
    expect(installDay(text)).toBe(day);
  });

  it('is a day of the calendar or nothing, whatever the text', () => {
    const digits = fc.stringMatching(/^[0-9]{8}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const day = installDay(text);
        if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

describe('an update', () => {
  it.each([
    'KB5031356',
    'Update for Suite Bureautique Exemple (KB5002101) 64-Bit Edition',
    'Security Update for Suite Exemple',
    'Hotfix for Windows (KB912812)',
    'Service Pack 1 for Suite Exemple (KB2460049)',
    'Mise à jour de sécurité pour Suite Exemple (KB5002100)',
    'Mise à jour pour Suite Exemple',
    'Correctif pour Windows (KB 912812)',
  ])('%s', (name) => {
    expect(isUpdate(name)).toBe(true);
  });

  it.each([
    'Suite Bureautique Exemple',
    'Update Assistant Exemple',
    'Exemple Update Helper',
    'Gestionnaire de mise à jour Exemple',
    'Clavier KB212',
    'SKB1234567 Exemple',
  ])('not %s', (name) => {
    expect(isUpdate(name)).toBe(false);
  });
});
