import type { X509Certificate } from 'node:crypto';
import type { Finding, Stated } from '../../finding.ts';
import { certificateMessages as messages } from './certificate-messages.ts';
import type { Shown } from './handshake.ts';
import { networkMessages } from './network-messages.ts';

const dayMilliseconds = 86_400_000;
const warnDays = 30;
const exitCode = 4;

/** What is expected of a certificate. */
export interface Expectation {
  /** Name that it must have. */
  readonly name: string;
  /** Whether the site accepts any certificate. */
  readonly trustAnything: boolean;
}

/** What to tell the administrator of a certificate: whose, whose word for it, until when, and whether it will do. */
export function judgeCertificate(shown: Shown, expected: Expectation, now: Date): Finding {
  const { certificate, fault } = shown;
  const validTo = new Date(certificate.validTo);
  const about = {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    validUntil: validTo.toISOString().slice(0, 10),
  };
  const names = namesOf(certificate);
  const subject = networkMessages.certificate;
  const facts = { ...about, names, fault };
  if (fault !== null && expected.trustAnything) {
    const text = messages.unproved(about);
    return {
      code: 'certificate-unproved',
      level: 'warning',
      subject,
      text,
      hint: messages.unprovedHint,
      facts,
    };
  }
  if (fault !== null) {
    const complaint = complaintOf(fault, about, expected.name, names);
    return { ...complaint, level: 'error', subject, facts, exitCode };
  }
  const days = Math.floor((validTo.getTime() - now.getTime()) / dayMilliseconds);
  if (days < warnDays) {
    const text = messages.expiring(about, days);
    return {
      code: 'certificate-expiring',
      level: 'warning',
      subject,
      text,
      hint: messages.expiringHint,
      facts,
    };
  }
  return { code: 'certificate', level: 'ok', subject, text: messages.trusted(about), facts };
}

function complaintOf(
  fault: string,
  about: Parameters<typeof messages.trusted>[0],
  name: string,
  names: readonly string[],
): Pick<Stated, 'code' | 'text'> & { readonly hint: Stated['text'] } {
  switch (fault) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return { code: 'certificate-expired', text: messages.expired(about), hint: messages.expiredHint };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        code: 'certificate-self-signed',
        text: messages.selfSigned(about),
        hint: messages.selfSignedHint,
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        code: 'certificate-wrong-name',
        text: messages.wrongName(name, names, about),
        hint: messages.wrongNameHint,
      };
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE': {
      const hint = messages.untrustedHint(about.issuer);
      return { code: 'certificate-untrusted', text: messages.untrusted(about), hint };
    }
    default: {
      const hint = messages.untrustedHint(about.issuer);
      return { code: 'certificate-refused', text: messages.refused(fault, about), hint };
    }
  }
}

/** The common name in a distinguished name, which has one attribute a line; all of it where there is none. */
function commonName(distinguished: string): string {
  const found = /^CN=(.*)$/m.exec(distinguished);
  return found?.[1] ?? distinguished.split('\n').join(', ');
}

function namesOf({ subjectAltName }: X509Certificate): string[] {
  const names = (subjectAltName ?? '').split(', ').filter((name) => name !== '');
  return names.map((name) => name.replace(/^(DNS|IP Address):/, ''));
}
