/** Where the access tokens for Graph come from. */
export interface Tokens {
  /** A token that is still good, asked for before each request. Rejects with a `BridgeError`. */
  token(signal: AbortSignal): Promise<string>;
  /**
   * Another token than the one that Graph has refused, with the claims that it asked for if it did. Asked by several
   * requests at once, there is one new token.
   */
  renew(refused: string, claims: string | null, signal: AbortSignal): Promise<string>;
}

/** The `roles` of a token: read, not verified, as Graph alone can. Empty for a token that cannot be read. */
export function rolesOf(token: string): readonly string[] {
  try {
    const claims: { roles?: unknown } = Object(
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')),
    );
    return Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string').sort() : [];
  } catch {
    return [];
  }
}
