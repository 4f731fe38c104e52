import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import type { Text } from '../text.ts';
import { messages } from './certificate-messages.ts';

const certificateBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/;
const keyBlock = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----[\s\S]+?-----END ([A-Z]+ )?PRIVATE KEY-----/;

/**
 * The certificate of an application and its private key, opened: PEM text of both. Throws `ConfigError` when the file
 * cannot be read, is a PFX or DER file, lacks one of them, or the key does not open or fit.
 */
export function readCertificate(path: string, password: string | null): string {
  const bytes = readBytes(path);
  const text = bytes.toString('latin1');
  if (!text.includes('-----BEGIN ')) throw notPem(path, bytes);
  const certificate = certificateBlock.exec(text)?.[0];
  const key = keyBlock.exec(text)?.[0];
  if (!certificate || !key)
    throw wrong(
      messages.incomplete(path, certificate !== undefined, key !== undefined),
      messages.incompleteHint,
    );
  const opened = openKey(key, password, path);
  if (!new X509Certificate(certificate).checkPrivateKey(opened))
    throw wrong(messages.keyOfAnother(path), messages.incompleteHint);
  return `${certificate.replaceAll('\r', '')}\n${opened.export({ type: 'pkcs8', format: 'pem' })}`;
}

/** A binary file: a certificate alone, or else most likely PKCS #12. */
function notPem(path: string, bytes: Buffer): ConfigError {
  const [pfx, pem] = ['.pfx', '.pem'].map((ending) => `${path.replace(/\.[^.\\/]*$/, '')}${ending}`);
  return isCertificate(bytes)
    ? wrong(messages.certificateOnly(path), messages.convertHint(String(pfx), String(pem)))
    : wrong(messages.notPem(path), messages.convertHint(path, String(pem)));
}

function isCertificate(bytes: Buffer): boolean {
  try {
    return new X509Certificate(bytes) instanceof X509Certificate;
  } catch {
    return false;
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ConfigError(messages.unreadable(path), { hint: messages.unreadableHint, cause });
  }
}

function openKey(key: string, password: string | null, path: string): KeyObject {
  try {
    return createPrivateKey({ key, ...(password !== null && { passphrase: password }) });
  } catch {
    throw wrong(messages.keyClosed(path), messages.keyClosedHint);
  }
}

const wrong = (text: Text, hint: Text) => new ConfigError(text, { hint });
