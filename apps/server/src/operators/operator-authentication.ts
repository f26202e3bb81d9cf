import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { staleForMs } from '../access/authentication.ts';
import { recentlyKnown } from '../access/recently-known.ts';
import { hashSecret } from '../access/secrets.ts';
import type { AuthenticateCookie } from '../access/token-or-cookie.ts';
import type { Sql } from '../db/sql.ts';
import { operatorActor } from './operator-actor.ts';
import { readSessionCookie } from './session-cookie.ts';
import { findLiveSession } from './sessions.sql.ts';

type Known = { readonly readAtMs: number; readonly actor: Promise<Actor | undefined> };
type Needs = { readonly sql: Sql; readonly now: Clock; readonly publicUrl: () => string };

export type OperatorAuthentication = {
  /** The operator whose session's cookie is sent; what was last read of it serves for `staleForMs`. */
  readonly authenticate: AuthenticateCookie;
  /** Makes this process read the session with this hash anew at its next use. */
  readonly forget: (hash: Uint8Array) => void;
};

/** Who sends a session's cookie. */
export function operatorAuthentication({ sql, now, publicUrl }: Needs): OperatorAuthentication {
  const recent = recentlyKnown<Known>(10_000);
  const read = (hash: Uint8Array, key: string): Known => {
    const actor = findLiveSession(sql, hash).then((session) => session && operatorActor(session));
    const known = { readAtMs: now(), actor };
    recent.set(key, known);
    return known;
  };
  const authenticate = async ({ cookie }: Parameters<AuthenticateCookie>[0]): Promise<Actor | undefined> => {
    const secret = readSessionCookie(cookie, publicUrl());
    if (secret === undefined) return undefined;
    const hash = hashSecret(secret);
    const key = keyOf(hash);
    const known = recent.get(key);
    const isFresh = known !== undefined && now() - known.readAtMs < staleForMs;
    try {
      const actor = await (isFresh ? known : read(hash, key)).actor;
      if (!actor) recent.forget(key);
      return actor;
    } catch (error) {
      recent.forget(key);
      throw error;
    }
  };
  return { authenticate, forget: (hash) => recent.forget(keyOf(hash)) };
}

const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
