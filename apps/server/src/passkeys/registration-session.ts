import type { RegistrationPolicy, VerifiedRegistration } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { FrozenRegistration, PasskeyNames } from './frozen-registration.ts';
import type { Passkey, StoredPasskey } from './passkey.ts';

/** Names a user by our id or by the organisation's. */
export type UserReference = { readonly id: string } | { readonly externalId: string };

export type SessionStatus = 'PENDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

/** The server's record of one started ceremony, consumed once. */
export type RegistrationSession = PasskeyNames & {
  /** By which it is stored; its id is known to whoever started it. */
  readonly key: string;
  readonly storeName: string;
  readonly storeId: string;
  /** The relying party's row. */
  readonly partyId: string;
  readonly userId: string;
  readonly status: SessionStatus;
  /** The code of the problem that ended it. */
  readonly failure: string | null;
  /** SHA-256 of the challenge. */
  readonly challengeHash: Uint8Array;
  readonly frozen: FrozenRegistration;
  readonly instanceId: string | null;
  readonly isFresh: boolean;
  readonly answerHash: Uint8Array | null;
  /** Whether it ended so recently that its answer may be repeated. */
  readonly isRepeatable: boolean;
  readonly passkeyId: string | null;
};

/** Statuses in which a user may register. */
export const mayRegister = Object.freeze(['ACTIVE', 'PENDING_ACTIVE']);

/** Who asks for a session: foreigners see none, so that they cannot burn it. */
export type SessionAddress = {
  readonly tenant: string;
  readonly sessionId: string;
  readonly storeName?: string;
  readonly user?: UserReference;
  readonly instanceId?: string;
};

export type SessionDraft = Partial<PasskeyNames> & {
  readonly sessionId: string;
  readonly auditId: string;
  readonly storeName: string;
  readonly user: UserReference;
  readonly relyingPartyId: string;
  readonly registrationPolicy: string;
  readonly challengeHash: Uint8Array;
  /** The length of a challenge from outside; `null` of one that we made. */
  readonly givenChallengeBytes: number | null;
  readonly handle: Uint8Array;
  readonly isHandleGiven: boolean;
  readonly publicOrigin: string;
  readonly instanceId?: string;
};

/** What the start found. A registration exists only when every fact allows it. */
export type StartFindings = {
  readonly storeId: string | null;
  readonly userId: string | null;
  readonly userStatus: string | null;
  /** The relying party's row. */
  readonly partyId: string | null;
  readonly hasPolicy: boolean;
  readonly isUnproven: boolean;
  readonly isLimitReached: boolean;
  readonly isChallengeAllowed: boolean;
  readonly isChallengeShort: boolean;
  readonly isHandleConflict: boolean;
  readonly frozen: FrozenRegistration | null;
  readonly userName: string | null;
  readonly userDisplayName: string | null;
};

/** A verified answer, about to become a passkey. */
export type SessionEnd = {
  readonly sessionKey: string;
  /** A session of another store, user or instance counts as absent. */
  readonly address: Omit<SessionAddress, 'tenant' | 'sessionId'>;
  readonly passkeyId: string;
  readonly auditId: string;
  readonly policyVersion: number;
  /** What the relying party allows as it restricts no origins. */
  readonly ownOrigins: readonly string[];
  /** SHA-256 of the certificates of the attestation, hexadecimal. */
  readonly trustPath: readonly string[];
  readonly name: string;
  readonly answerHash: Uint8Array;
  readonly verified: VerifiedRegistration;
  /** Attestation object and client data, sealed. */
  readonly evidence: Uint8Array;
  readonly mac: Uint8Array;
};

/** `pending` is false when another request ended the session first; `refusal` is the code that ended it now. */
export type EndFindings = {
  readonly isPending: boolean;
  readonly refusal: string | null;
  readonly passkey: Passkey | null;
};

/** The sessions as they are kept. Each change is one statement, durable on its own or with the caller's transaction. */
export type RegistrationSessions = {
  readonly start: (sql: Sql, actor: Actor, draft: SessionDraft) => Promise<StartFindings>;
  readonly find: (sql: Sql, address: SessionAddress) => Promise<RegistrationSession | undefined>;
  readonly complete: (sql: Sql, actor: Actor, end: SessionEnd) => Promise<EndFindings>;
  /** Ends a pending session without a passkey; false when it had ended already. */
  readonly end: (sql: Sql, actor: Actor, end: FailedEnd) => Promise<boolean>;
  /** Stores the names with a pending session; false when it had ended. */
  readonly name: (sql: Sql, tenant: string, sessionKey: string, names: PasskeyNames) => Promise<boolean>;
  /** The policy of a session as it is now. */
  readonly policy: (sql: Sql, tenant: string, sessionKey: string) => Promise<CurrentPolicy | undefined>;
  readonly passkey: (sql: Sql, tenant: string, passkeyId: string) => Promise<StoredPasskey | undefined>;
};

export type CurrentPolicy = RegistrationPolicy & { readonly version: number };

export type FailedEnd = {
  readonly sessionKey: string;
  readonly auditId: string;
  readonly status: 'FAILED' | 'CANCELLED';
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};
