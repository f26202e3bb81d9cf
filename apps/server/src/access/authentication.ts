import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { accessProblems } from './access-problems.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Actor } from './actor.ts';
import type { Authenticate } from './authenticate.ts';
import { actorOf, type Client } from './client.ts';
import { findClientBySecret, findClientByToken } from './clients.sql.ts';
import { invalidToken } from './invalid-token.ts';
import { recentlyKnown } from './recently-known.ts';
import { isApiKey } from './secrets.ts';

/**
 * Longest time, in milliseconds, in which a process may go on with what it last read of a client: a blocked key, a
 * changed permission or a token revoked elsewhere acts within it.
 */
export const staleForMs = 5000;

/** A credential whose form and signature were found good. */
type Known = {
  readonly expiresAtMs: number;
  readonly read: () => Promise<Actor | undefined>;
  actor: Promise<Actor | undefined>;
  readAtMs: number;
};

export type Authentication = {
  readonly authenticate: Authenticate;
  /** Makes this process read a credential anew at its next use. */
  readonly forget: (credential: string) => void;
};

type Needs = { readonly sql: Sql; readonly tokens: AccessTokens; readonly now: Clock };

/** Who sends a request: by `Authorization: Bearer` with an access token or an API key, or by `X-API-Key`. */
export function authentication({ sql, tokens, now }: Needs): Authentication {
  const recent = recentlyKnown<Known>(10_000);
  const authenticate = async (headers: IncomingHttpHeaders): Promise<Actor> => {
    const credential = credentialOf(headers);
    // By hash, so that a dump of the heap holds no credentials.
    const key = keyOf(credential);
    let known = recent.get(key);
    if (!known || known.expiresAtMs <= now()) {
      known = await recognise({ sql, tokens, now }, credential);
      recent.set(key, known);
    }
    const actor = await current(known, now()).catch((error: unknown) => {
      recent.forget(key);
      throw error;
    });
    if (actor) return actor;
    recent.forget(key);
    throw invalidToken();
  };
  return { authenticate, forget: (credential) => recent.forget(keyOf(credential)) };
}

const keyOf = (credential: string): string => hash('sha256', credential, 'base64');

function current(known: Known, nowMs: number): Promise<Actor | undefined> {
  if (nowMs - known.readAtMs >= staleForMs) {
    known.readAtMs = nowMs;
    known.actor = known.read();
  }
  return known.actor;
}

async function recognise({ sql, tokens, now }: Needs, credential: string): Promise<Known> {
  if (isApiKey(credential)) {
    return remembered(Number.POSITIVE_INFINITY, now(), async () =>
      asActor(await findClientBySecret(sql, 'API_KEY', credential)),
    );
  }
  const claims = await tokens.verify(credential);
  return remembered(claims.expiresAt * 1000, now(), async () =>
    asActor(await findClientByToken(sql, claims), claims.scope),
  );
}

const remembered = (expiresAtMs: number, readAtMs: number, read: Known['read']): Known => ({
  expiresAtMs,
  read,
  actor: read(),
  readAtMs,
});

const asActor = (client: Client | undefined, scope?: string): Actor | undefined =>
  client && actorOf(client, scope);

function credentialOf({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string {
  const bearer = authorization === undefined ? undefined : /^Bearer +([^\s,]+)$/i.exec(authorization)?.[1];
  if (bearer !== undefined) return bearer;
  if (authorization === undefined && typeof apiKey === 'string' && isApiKey(apiKey)) return apiKey;
  throw authorization === undefined && apiKey === undefined
    ? accessProblems.create('access.unauthenticated')
    : invalidToken();
}
