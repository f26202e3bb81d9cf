import { hash } from 'node:crypto';
import { fromBase64url, type NewId, type Problem, toBase64url } from '@latchkey/kernel';
import type { ClientRequest } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { registrationPolicyProblems } from '../relying-parties/registration-policy.ts';
import { relyingPartyProblems } from '../relying-parties/relying-party.ts';
import { storeProblems } from '../stores/store.ts';
import { userProblems } from '../users/user.ts';
import type { PasskeyNames } from './frozen-registration.ts';
import { registrationFacts } from './registration-facts.ts';
import { type RegistrationProblemCode, registrationProblems } from './registration-problems.ts';
import {
  mayRegister,
  type RegistrationSessions,
  type SessionDraft,
  type StartFindings,
  type UserReference,
} from './registration-session.ts';
import { sessionKeyOf } from './session-key.ts';
import type { StartedHere, StartedSession } from './started-here.ts';

export type StartNeeds = {
  readonly sessions: Pick<RegistrationSessions, 'start'>;
  readonly startedHere: Pick<StartedHere, 'remember'>;
  readonly newId: NewId;
  /** So many bytes from a cryptographic source. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
};

export type StartInput = Partial<PasskeyNames> & {
  readonly storeName: string;
  readonly user: UserReference;
  readonly relyingPartyId: string;
  readonly registrationPolicy: string;
  /** base64url of 16 to 64 bytes, if the policy takes one; else 64 random bytes. */
  readonly challenge?: string;
  /** base64url of 16 to 64 bytes, if the user has none at this relying party; else 32 random bytes. */
  readonly userHandle?: string;
  readonly instanceId?: string;
};

export type StartResult = { readonly clientRequest: ClientRequest; readonly sessionId: string };

/**
 * Starts a passkey registration: freezes what it will be judged by and answers the options for the browser.
 * One durable statement. Throws `store.not-found`, `user.not-found`, `relying-party.not-found`,
 * `registration-policy.not-found` and the start problems of `registrationProblems`.
 */
export function startPasskeyRegistration(needs: StartNeeds) {
  return async (sql: Sql, actor: Actor, input: StartInput): Promise<StartResult> => {
    const draft = draftOf(needs, input);
    for (let tried = 1; tried <= attempts; tried += 1) {
      const findings = await needs.sessions.start(sql, actor, draft);
      const started = startedOf(findings, draft);
      if (started) {
        needs.startedHere.remember(actor.tenant, started.session);
        return started.result;
      }
      const refusal = refusalOf(findings, draft);
      if (refusal) throw refusal;
    }
    throw registrationProblems.create('passkey.user-handle-conflict');
  };
}

export type StartPasskeyRegistration = ReturnType<typeof startPasskeyRegistration>;

// Two first starts of one user at the same moment make one handle: the loser reads the winner's.
const attempts = 3;

/** What is stored, and the challenge, which is not. */
type Draft = SessionDraft & { readonly challenge: Uint8Array };

function draftOf(needs: StartNeeds, { challenge: asked, userHandle, ...input }: StartInput): Draft {
  const givenChallenge = given(asked, 'passkey.challenge-invalid');
  const challenge = givenChallenge ?? needs.randomBytes(64);
  return {
    ...input,
    sessionId: needs.newId(),
    auditId: needs.newId(),
    challenge,
    challengeHash: hash('sha256', challenge, 'buffer'),
    givenChallengeBytes: givenChallenge?.length ?? null,
    handle: given(userHandle, 'passkey.user-handle-invalid') ?? needs.randomBytes(32),
    isHandleGiven: userHandle !== undefined,
    publicOrigin: needs.publicOrigin(),
  };
}

function given(text: string | undefined, code: RegistrationProblemCode): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const bytes = fromBase64url(text);
  if (!bytes || bytes.length < 16 || bytes.length > 64) throw registrationProblems.create(code);
  return bytes;
}

function startedOf(
  findings: StartFindings,
  { sessionId: id, challenge, challengeHash }: Draft,
): Started | undefined {
  const { frozen, userName, userDisplayName, storeId, partyId } = findings;
  if (!frozen || userName === null || userDisplayName === null) return undefined;
  if (storeId === null || partyId === null) return undefined;
  const { clientRequest, expectations: issued } = registrationFacts(frozen, challenge, {
    userName,
    userDisplayName,
  });
  const { challenge: _, ...expectations } = issued;
  return {
    result: { clientRequest, sessionId: id },
    session: {
      key: sessionKeyOf(id),
      expectations: { ...expectations, challengeHash: toBase64url(challengeHash) },
      policyVersion: frozen.policy.version,
      user: frozen.user,
      handle: Buffer.from(frozen.handle, 'hex'),
      storeId,
      partyId,
    },
  };
}

type Started = { readonly result: StartResult; readonly session: StartedSession };

/** The first row that holds is the reason; the order is that of the address. */
const refusals: readonly (readonly [(found: StartFindings) => boolean, () => Problem])[] = [
  [({ storeId }) => storeId === null, () => storeProblems.create('store.not-found')],
  [({ userId }) => userId === null, () => userProblems.create('user.not-found')],
  [({ partyId }) => partyId === null, () => relyingPartyProblems.create('relying-party.not-found')],
  [({ hasPolicy }) => !hasPolicy, () => registrationPolicyProblems.create('registration-policy.not-found')],
  [({ isUnproven }) => isUnproven, () => registrationProblems.create('passkey.user-unproven')],
  [
    ({ userStatus }) => !mayRegister.includes(userStatus ?? ''),
    () => registrationProblems.create('passkey.user-not-allowed'),
  ],
  [
    ({ isChallengeAllowed }) => !isChallengeAllowed,
    () => registrationProblems.create('passkey.challenge-not-allowed'),
  ],
  [
    ({ isChallengeShort }) => isChallengeShort,
    () =>
      registrationProblems.create('passkey.challenge-invalid', {
        detail: 'The registration policy asks for a longer challenge.',
      }),
  ],
  [
    ({ isHandleConflict }) => isHandleConflict,
    () => registrationProblems.create('passkey.user-handle-conflict'),
  ],
  [({ isLimitReached }) => isLimitReached, () => registrationProblems.create('passkey.limit-reached')],
];

function refusalOf(findings: StartFindings, draft: SessionDraft): Problem | undefined {
  const refusal = refusals.find(([applies]) => applies(findings));
  if (refusal) return refusal[1]();
  // Nothing speaks against it, yet no handle was made: another user has the given one.
  return draft.isHandleGiven ? registrationProblems.create('passkey.user-handle-conflict') : undefined;
}
