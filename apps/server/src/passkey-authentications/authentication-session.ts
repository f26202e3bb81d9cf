import type { UserVerification, VerifiedAuthentication } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { StoredPasskey } from '../passkeys/passkey.ts';
import type { FailedEnd, UserReference } from '../passkeys/registration-session.ts';
import type { KnownPasskey } from './known-passkey.ts';

/** What a sign-in is decided by, as it was when it started. Kept with the session as plain JSON. */
export type FrozenAuthentication = {
  readonly storeName: string;
  readonly relyingParty: {
    readonly rpId: string;
    readonly name: string;
    readonly restrictedOrigins: readonly string[];
    readonly relatedOrigins: readonly string[];
  };
  /** The platform's own origin at that time. */
  readonly publicOrigin: string;
  /** The pages that may show a journey in a frame; none outside journeys. */
  readonly topOrigins: readonly string[];
  readonly userVerification: UserVerification;
  readonly timeoutMs: number;
  /** Who is to sign in; `null` where the passkey tells. */
  readonly user: { readonly id: string; readonly externalId: string } | null;
  /** Their passkeys, ids in hexadecimal; none where the passkey tells. */
  readonly allow: readonly { readonly id: string; readonly transports: readonly string[] }[];
};

/** Statuses in which a user may sign in. */
export const maySignIn = Object.freeze(['ACTIVE', 'PENDING_ACTIVE']);

export type AuthenticationDraft = {
  readonly sessionId: string;
  readonly auditId: string;
  readonly storeName: string;
  readonly relyingPartyId: string;
  /** Who is to sign in; absent where the passkey tells. */
  readonly user?: UserReference;
  readonly userVerification: UserVerification;
  readonly timeoutMs: number;
  readonly challengeHash: Uint8Array;
  readonly publicOrigin: string;
  readonly instanceId?: string;
};

/** What the start found. A session exists only when every fact allows it. */
export type AuthenticationFindings = {
  readonly hasStore: boolean;
  readonly hasRelyingParty: boolean;
  readonly userId: string | null;
  readonly userStatus: string | null;
  readonly frozen: FrozenAuthentication | null;
};

/** Who asks for a session: foreigners see none, so that they cannot burn it. */
export type AuthenticationAddress = {
  readonly tenant: string;
  readonly sessionId: string;
  /** Store and user narrow whose it may be. */
  readonly storeName?: string;
  readonly user?: UserReference;
  readonly instanceId?: string;
};

/** The server's record of one started sign-in, consumed once. */
export type AuthenticationSession = {
  /** By what it is stored: the hash of its id. */
  readonly key: string;
  readonly relyingPartyKey: string;
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  /** The code of the problem that ended it. */
  readonly failure: string | null;
  readonly challengeHash: Uint8Array;
  readonly frozen: FrozenAuthentication;
  readonly isFresh: boolean;
  readonly answerHash: Uint8Array | null;
  /** Whether it ended so recently that its answer may be repeated. */
  readonly isRepeatable: boolean;
  readonly passkeyId: string | null;
};

/** A verified answer, about to sign somebody in. */
export type AuthenticationEnd = {
  readonly address: Omit<AuthenticationAddress, 'tenant'>;
  readonly auditId: string;
  readonly passkeyId: string;
  readonly publicKey: Uint8Array;
  /** What was issued to the browser that answers, and no later one. */
  readonly challengeHash: Uint8Array;
  /** What the relying party allows as it restricts no origins. */
  readonly ownOrigins: readonly string[];
  readonly answerHash: Uint8Array;
  readonly verified: VerifiedAuthentication;
};

/** `isPending` is false when another request ended the session first; `refusal` is the code that ended it now. */
export type AuthenticationEndFindings = { readonly isPending: boolean; readonly refusal: string | null };

/** The sessions as they are kept. Each change is one statement, durable on its own or with the caller's transaction. */
export type AuthenticationSessions = {
  readonly start: (sql: Sql, actor: Actor, draft: AuthenticationDraft) => Promise<AuthenticationFindings>;
  readonly find: (sql: Sql, address: AuthenticationAddress) => Promise<AuthenticationSession | undefined>;
  /** Gives a pending session another challenge, and its whole time again; false when it had ended. */
  readonly renew: (
    sql: Sql,
    tenant: string,
    sessionKey: string,
    challengeHash: Uint8Array,
  ) => Promise<boolean>;
  readonly complete: (sql: Sql, actor: Actor, end: AuthenticationEnd) => Promise<AuthenticationEndFindings>;
  /** The record of a passkey by its relying party and credential id; `undefined` when it does not count. */
  readonly known: (
    sql: Sql,
    tenant: string,
    relyingPartyKey: string,
    credentialId: Uint8Array,
  ) => Promise<KnownPasskey | undefined>;
  readonly passkey: (sql: Sql, tenant: string, id: string) => Promise<StoredPasskey | undefined>;
  /** Ends a pending session without a sign-in; false when it had ended already. */
  readonly end: (sql: Sql, actor: Actor, end: FailedEnd) => Promise<boolean>;
};
