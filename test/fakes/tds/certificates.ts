import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../shared/package-root.ts';

/** A certificate and its private key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** `trusted` is signed by `testAuthority`, `unknown` by nobody's authority, `expired` by `testAuthority` long ago. */
export type CertificateName = 'trusted' | 'unknown' | 'expired';

const folder = join(packageRoot, 'test', 'fakes', 'tds', 'certificates');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The authority of the tests, PEM. */
export const testAuthority = read('authority.pem');

/** A server certificate of the tests; all of them name `localhost`, `127.0.0.1`, `::1` and `sccm.test`. */
export function testCertificate(name: CertificateName): Certificate {
  return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
}
