import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../shared/package-root.ts';

/** The application that logs in, all of it invented. */
export const tenantId = '5b0c7f6e-3b1f-4d52-9c7e-0d7b6a1f2e01';
export const clientId = 'c0ffee00-2222-4333-8444-555566667777';
/** Awkward on purpose: a leak must be found in every spelling. */
export const clientSecret = 'S3cr3t~"éà\\+/=.value';
export const certificatePassword = 'mot-de-passe-du-test';

const folder = join(packageRoot, 'test', 'fakes', 'graph', 'certificates');

/** Path of a file in `certificates`. */
export const certificatePath = (name: string): string => join(folder, name);

/** The certificate that the fake Entra knows the application by, PEM. */
export const applicationCertificate = (): string => readFileSync(certificatePath('application.pem'), 'utf8');
