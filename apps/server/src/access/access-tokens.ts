import type { Clock, NewId } from '@latchkey/kernel';
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import type { Client } from './client.ts';
import { invalidToken } from './invalid-token.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What an access token says once its signature holds. Permissions are the client's at the time of use. */
export type TokenClaims = {
  readonly clientId: string;
  readonly tenant: string;
  readonly jti: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
  readonly scope: string | undefined;
};

export type AccessTokens = {
  /** A JWT access token (RFC 9068) for a client, for `tokenLifetimeSeconds`. */
  readonly issue: (client: Client, scope?: string) => Promise<string>;
  /** Throws `access.unauthenticated` unless the token is whole, ours and current. */
  readonly verify: (token: string) => Promise<TokenClaims>;
};

type Needs = {
  readonly keys: SigningKeys;
  readonly newId: NewId;
  readonly now: Clock;
  /** Issuer and audience: the origin that people see. */
  readonly publicUrl: () => string;
};

export const tokenLifetimeSeconds = 3600;
const algorithm = 'ES256';
const type = 'at+jwt';
const longestToken = 8192;

/** Issues and verifies access tokens. */
export function accessTokens({ keys, newId, now, publicUrl }: Needs): AccessTokens {
  return {
    issue: async ({ clientId, tenant }, scope) => {
      const { kid, key } = await keys.current();
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ client_id: clientId, tenant, ...(scope !== undefined && { scope }) })
        .setProtectedHeader({ alg: algorithm, typ: type, kid })
        .setIssuer(publicUrl())
        .setAudience(publicUrl())
        .setSubject(clientId)
        .setJti(newId())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + tokenLifetimeSeconds)
        .sign(key);
    },
    verify: async (token) => {
      if (token.length > longestToken) throw invalidToken();
      const options = {
        algorithms: [algorithm],
        typ: type,
        issuer: publicUrl(),
        audience: publicUrl(),
        requiredClaims: ['exp', 'jti', 'client_id', 'tenant'],
        currentDate: new Date(now()),
      };
      const { payload } = await jwtVerify(
        token,
        (header: JWTHeaderParameters) => keyOf(keys, header.kid),
        options,
      ).catch(refused);
      const { client_id: clientId, tenant, jti = '', exp = 0, scope } = payload;
      return {
        clientId: String(clientId),
        tenant: String(tenant),
        jti,
        expiresAt: exp,
        scope: typeof scope === 'string' ? scope : undefined,
      };
    },
  };
}

async function keyOf(keys: SigningKeys, kid: string | undefined) {
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (!key) throw invalidToken();
  return key;
}

/** jose's own errors mean the token; others (the database) are passed on. */
function refused(error: unknown): never {
  if (error instanceof errors.JOSEError || error instanceof TypeError) throw invalidToken(error);
  throw error;
}
