import { resolve } from 'node:path';
import type { TokenCredential } from '@azure/identity';
import type { Secrets } from '../secret.ts';
import { readCertificate } from './certificate.ts';
import type { Cloud } from './clouds.ts';
import { type HttpClient, identityHttp } from './identity-http.ts';
import { loginError } from './login-errors.ts';
import type { Send } from './send.ts';
import type { GraphSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';

/** What proves who the application is, fetched beforehand. */
type Proof =
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly kind: 'certificate'; readonly clientId: string; readonly pem: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string | undefined }
  | { readonly kind: 'azure-cli' };

/** What tokens are asked with. */
export interface EntraOptions {
  readonly settings: GraphSettings;
  readonly cloud: Cloud;
  readonly send: Send;
  readonly secrets: Secrets;
  /** To which paths are relative. */
  readonly folder: string;
}

/**
 * For the whole process the library keeps the first client that it asked the machine's identity with: that one leads to
 * whoever asks now.
 */
let asksMachine: HttpClient | null = null;
const machineHttp: HttpClient = {
  sendRequest: (request) => asksMachine?.sendRequest(request) ?? Promise.reject(new TypeError('nobody asks')),
};

/** Tokens of Microsoft Entra for an application, by the identity library, which keeps them as long as they are good. */
export class EntraTokens implements Tokens {
  readonly #options: EntraOptions;
  readonly #proof: Proof;
  readonly #http: HttpClient;
  #credential: TokenCredential | null = null;
  #current: string | null = null;
  /** One question at a time: whoever else needs a token meanwhile gets the same answer. */
  #asked: Promise<string> | null = null;
  /** Of the question that is being asked. */
  #signal: AbortSignal = new AbortController().signal;
  #networkFailure: unknown = null;

  /** Fetches the secret or the certificate; contacts nothing. Throws `ConfigError`. */
  constructor(options: EntraOptions) {
    this.#options = options;
    this.#proof = proofOf(options);
    const { idleSeconds } = options.settings;
    const failed = (error: unknown) => {
      this.#networkFailure = error;
    };
    this.#http = identityHttp(options.send, () => ({ idleSeconds, signal: this.#signal }), failed);
  }

  token(signal: AbortSignal): Promise<string> {
    return this.#once(null, signal);
  }

  async renew(refused: string, claims: string | null, signal: AbortSignal): Promise<string> {
    await this.#asked?.catch(() => {}); // whoever asks just now may be given the very token that was refused
    if (this.#current === refused) {
      this.#credential = null; // the library keeps what it has as long as it is asked in the same way
      this.#current = null;
    }
    return this.#once(claims, signal);
  }

  #once(claims: string | null, signal: AbortSignal): Promise<string> {
    this.#asked ??= this.#ask(claims, signal).finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  async #ask(claims: string | null, signal: AbortSignal): Promise<string> {
    const { settings, cloud, secrets } = this.#options;
    this.#networkFailure = null;
    this.#signal = signal;
    asksMachine = this.#http;
    try {
      this.#credential ??= await this.#open();
      const scope = `${cloud.root}/.default`;
      const token = await this.#credential.getToken(scope, {
        abortSignal: signal,
        ...(claims && { claims }),
      });
      if (!token) throw new TypeError('no token');
      secrets.remember(token.token);
      this.#current = token.token;
      return token.token;
    } catch (error) {
      signal.throwIfAborted();
      throw loginError(error, this.#networkFailure, settings);
    }
  }

  async #open(): Promise<TokenCredential> {
    const { settings, cloud } = this.#options;
    const { tenant } = settings;
    const identity = await import('@azure/identity');
    const options = {
      authorityHost: cloud.authority,
      // The host is known: nobody else needs to vouch for it, and the public cloud may be out of reach.
      disableInstanceDiscovery: true,
      retryOptions: { maxRetries: 0 },
      httpClient: this.#http,
    };
    const proof = this.#proof;
    switch (proof.kind) {
      case 'secret':
        return new identity.ClientSecretCredential(tenant, proof.clientId, proof.secret, options);
      case 'certificate':
        return new identity.ClientCertificateCredential(
          tenant,
          proof.clientId,
          { certificate: proof.pem },
          options,
        );
      case 'managed-identity':
        return new identity.ManagedIdentityCredential({
          ...options,
          httpClient: machineHttp,
          ...(proof.clientId && { clientId: proof.clientId }),
        });
      case 'azure-cli':
        return new identity.AzureCliCredential({ tenantId: tenant });
    }
  }
}

function proofOf({ settings: { login }, secrets, folder }: EntraOptions): Proof {
  switch (login.kind) {
    case 'secret':
      return { kind: 'secret', clientId: login.clientId, secret: secrets.fetch(login.secret, folder) };
    case 'certificate': {
      const password = login.password ? secrets.fetch(login.password, folder) : null;
      const pem = readCertificate(resolve(folder, login.certificate), password);
      return { kind: 'certificate', clientId: login.clientId, pem };
    }
    case 'managed-identity':
      return { kind: 'managed-identity', clientId: login.clientId };
    case 'azure-cli':
      return { kind: 'azure-cli' };
  }
}
