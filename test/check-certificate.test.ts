import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCertificate } from '../shared/sql/check/certificate.ts';
import { agreesToEncrypt, askForEncryption } from '../shared/sql/check/prelogin.ts';
import { coveragePercent } from '../shared/sql/check/section-messages.ts';
import { testAuthority, testCertificate } from './fakes/tds/certificates.ts';
import { askedEncryption, preloginAnswer } from './fakes/tds/prelogin.ts';

const certificate = new X509Certificate(testCertificate('trusted').cert);
const judge = (fault: string | null, day = '2026-11-20', trustAnything = false) =>
  judgeCertificate({ certificate, fault }, { name: 'sql01', trustAnything }, new Date(`${day}T12:00:00Z`));

describe('a certificate', () => {
  it.each([
    ['2026-11-20', 'certificate', 'ok'],
    ['2099-12-01', 'certificate', 'ok'],
    ['2099-12-02', 'certificate-expiring', 'warning'],
    ['2099-12-31', 'certificate-expiring', 'warning'],
  ])('that is valid until 2099-12-31 is, on %s, %s', (day, code, level) => {
    expect(judge(null, day)).toMatchObject({ code, level });
  });

  it('says how many days it has left', () => {
    expect(judge(null, '2099-12-11').text).toEqual({
      fr: 'Expire dans 20 jours : sccm.test, émis par Test authority, valide jusqu’au 2099-12-31.',
      en: 'Expires in 20 days: sccm.test, issued by Test authority, valid until 2099-12-31.',
    });
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed', /trustServerCertificate: true/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted', /"Test authority"/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted', /PEM/],
    ['CERT_NOT_YET_VALID', 'certificate-expired', /clock/],
    ['CERT_REVOKED', 'certificate-refused', /PEM/],
  ])('refused with %s is %s, with the way out', (fault, code, hint) => {
    const finding = judge(fault);
    expect(finding).toMatchObject({ code, level: 'error', exitCode: 4, facts: { fault } });
    expect(finding.hint?.en).toMatch(hint);
    expect(judge(fault, '2026-11-20', true)).toMatchObject({
      code: 'certificate-unproved',
      level: 'warning',
    });
  });

  it('without common names is told by all that it says', () => {
    const authority = new X509Certificate(testAuthority);
    const shown = { certificate: authority, fault: null };
    const finding = judgeCertificate(shown, { name: 'x', trustAnything: false }, new Date('2026-11-20'));
    expect(finding.facts).toMatchObject({ subject: 'Test authority', names: [] });
  });
});

describe('PRELOGIN', () => {
  it('asks for encryption as a server reads it', () => {
    expect(askedEncryption(askForEncryption())).toBe(1);
  });

  it.each([
    [0, false],
    [1, true],
    [2, false],
    [3, true],
  ])('with encryption %i is agreed: %s', (encryption, agreed) => {
    expect(agreesToEncrypt(preloginAnswer(encryption))).toBe(agreed);
  });

  it('of random bytes is agreed to or refused, and never hangs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          expect(typeof agreesToEncrypt(Buffer.from(bytes))).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('coverage', () => {
  it('is 100 for all, 0 for none, and neither for any other share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 500_000 }), (a, b) => {
        const [covered = 0, devices = 0] = [a, b].sort((x, y) => x - y);
        const percent = coveragePercent(covered, devices);
        expect(percent === 100).toBe(covered === devices && devices > 0);
        expect(percent === 0).toBe(covered === 0);
        expect(Number.isInteger(percent)).toBe(true);
      }),
    );
  });
});
