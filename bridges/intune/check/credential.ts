import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../../shared/finding.ts';
import type { IntuneSettings } from '../settings.ts';
import { messages } from './messages.ts';

const dayMilliseconds = 86_400_000;
const warnDays = 30;
const refused = 3;

/**
 * Until when the application can log in. A certificate tells it; a secret does not, and asking Entra would take a right
 * that is worth more than the answer. Null where nothing expires.
 */
export function credentialFinding({ login }: IntuneSettings, folder: string, now: Date): Finding | null {
  const subject = messages.credential;
  if (login.kind === 'secret') return { code: 'secret', level: 'ok', subject, text: messages.secretUnread };
  if (login.kind !== 'certificate') return null;
  const certificate = new X509Certificate(readFileSync(resolve(folder, login.certificate)));
  const validUntil = dayOf(certificate.validTo);
  const validFrom = dayOf(certificate.validFrom);
  const days = Math.floor((Date.parse(certificate.validTo) - now.getTime()) / dayMilliseconds);
  // The portal shows the thumbprint in this form.
  const facts = { validFrom, validUntil, days, thumbprint: certificate.fingerprint.replaceAll(':', '') };
  const isEarly = Date.parse(certificate.validFrom) > now.getTime();
  if (days < 0 || isEarly) {
    const text = messages.certificateInvalid(validFrom, validUntil);
    const hint = messages.certificateHint;
    return { code: 'certificate-expired', level: 'error', subject, text, hint, facts, exitCode: refused };
  }
  const text = messages.certificateValid(validUntil, days);
  if (days >= warnDays) return { code: 'certificate', level: 'ok', subject, text, facts };
  return {
    code: 'certificate-expiring',
    level: 'warning',
    subject,
    text,
    hint: messages.certificateHint,
    facts,
  };
}

const dayOf = (time: string): string => new Date(time).toISOString().slice(0, 10);
