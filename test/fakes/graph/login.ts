import { constants, createHash, createVerify, randomUUID, X509Certificate } from 'node:crypto';
import { json, type PlayedReply } from '../../../shared/graph/player.ts';
import { applicationCertificate, clientId, clientSecret } from './application.ts';

const lifeSeconds = 3_599;

/** Entra for one application: says where tokens are issued, and issues them for a secret or a signed assertion. */
export class Login {
  readonly #origin: () => string;
  readonly #roles: readonly string[];
  readonly #issued: string[];
  readonly #good = new Set<string>();

  constructor(origin: () => string, roles: readonly string[], issued: string[]) {
    this.#origin = origin;
    this.#roles = roles;
    this.#issued = issued;
  }

  /** Whether a path is of the login service. */
  static owns(path: string): boolean {
    return /^\/[^/]+\/(v2\.0\/\.well-known|oauth2\/v2\.0)\//.test(path);
  }

  answer(method: string, path: string, body: string): PlayedReply {
    const tenant = path.split('/')[1];
    const base = `${this.#origin()}/${tenant}`;
    if (method === 'GET')
      return json(200, {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    return this.#token(new URLSearchParams(body), `${base}/oauth2/v2.0/token`);
  }

  isGood(token: string): boolean {
    return this.#good.has(token);
  }

  /** From now on Graph refuses every token that was issued. */
  revoke(): void {
    this.#good.clear();
  }

  #token(form: URLSearchParams, endpoint: string): PlayedReply {
    if (form.get('client_id') !== clientId) return loginRefused(700016, 'Application was not found.');
    const assertion = form.get('client_assertion');
    if (assertion !== null) {
      if (!isSigned(assertion, endpoint))
        return loginRefused(700027, 'The key that signed the assertion is not registered.');
    } else if (form.get('client_secret') !== clientSecret)
      return loginRefused(7000215, 'Invalid client secret provided.');
    const token = tokenWith(this.#roles);
    this.#issued.push(token);
    this.#good.add(token);
    return json(200, { token_type: 'Bearer', expires_in: lifeSeconds, access_token: token });
  }
}

/** A refusal in the words of Entra. */
export function loginRefused(number: number, sentence: string): PlayedReply {
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID(), timestamp: '2026-11-22 03:10:44Z' };
  return json(401, {
    error: 'invalid_client',
    error_description: `AADSTS${number}: ${sentence} Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${ids.timestamp}`,
    error_codes: [number],
    ...ids,
  });
}

function tokenWith(roles: readonly string[]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'none' })}.${part({ roles, jti: randomUUID() })}.${randomUUID()}`;
}

/** Whether the application itself made an assertion, with its private key, for this endpoint. */
function isSigned(assertion: string, endpoint: string): boolean {
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const certificate = new X509Certificate(applicationCertificate());
  const thumbprint = createHash('sha256').update(certificate.raw).digest('base64url');
  const { alg, 'x5t#S256': x5t } = read(head);
  const { aud, iss } = read(claims);
  const padding =
    alg === 'PS256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
  const verify = createVerify('sha256').update(`${head}.${claims}`);
  return (
    x5t === thumbprint &&
    aud === endpoint &&
    iss === clientId &&
    verify.verify({ key: certificate.publicKey, ...padding }, Buffer.from(signature, 'base64url'))
  );
}
