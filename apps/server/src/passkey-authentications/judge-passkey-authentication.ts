import { hash } from 'node:crypto';
import { fromBase64url, type NewId, Problem } from '@latchkey/kernel';
import { passkeyProblems, verifyAuthentication } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { JudgePasskeys } from '../passkeys/judge-passkeys.ts';
import { type Passkey, passkeyRecordProblems } from '../passkeys/passkey.ts';
import type { PasskeySeals } from '../passkeys/passkey-seals.ts';
import type { TamperingAlarm } from '../passkeys/tampering.ts';
import { ownOrigins } from '../relying-parties/expected-origins.ts';
import { expectationsOf } from './authentication-facts.ts';
import { type AuthenticationProblemCode, authenticationProblems } from './authentication-problems.ts';
import type {
  AuthenticationAddress,
  AuthenticationEnd,
  AuthenticationSession,
  AuthenticationSessions,
} from './authentication-session.ts';
import { coveredKnown, type KnownPasskey } from './known-passkey.ts';

export type JudgeAuthenticationNeeds = {
  readonly sessions: Pick<AuthenticationSessions, 'find' | 'complete' | 'end' | 'known' | 'passkey'>;
  readonly newId: NewId;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
  readonly seals: Pick<PasskeySeals, 'isIntact'>;
  readonly judgePasskeys: JudgePasskeys;
  readonly soundAlarm: TamperingAlarm;
};

export type JudgeAuthenticationInput = Omit<AuthenticationAddress, 'tenant'> & {
  /** AuthenticationResponseJSON of the browser. */
  readonly clientResponse: unknown;
};

/** Who signed in, and by which passkey. */
export type PasskeyAuthentication = {
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly externalId: string };
  readonly passkey: Passkey;
  /** Whether the person was verified, now and when the passkey was made. */
  readonly isUserVerified: boolean;
};

export type AuthenticationVerdict =
  | { readonly kind: 'completed'; readonly authentication: PasskeyAuthentication }
  /** A session that this answer burnt is kept as FAILED, with its audit row, in `sql`. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Judges the browser's answer; if it holds, updates the passkey's counter, backup state and last use, and in an instance
 * keeps the proof that its person is that user. Consumes the session exactly once. A refusal is returned, not thrown, so
 * that a transaction round it keeps the burnt session and its audit row. The winning answer repeated within ten minutes
 * gets the same verdict again, and proves nothing anew.
 */
export function judgePasskeyAuthentication(needs: JudgeAuthenticationNeeds) {
  return async (sql: Sql, actor: Actor, input: JudgeAuthenticationInput): Promise<AuthenticationVerdict> => {
    const answerHash = hash('sha256', JSON.stringify(input.clientResponse) ?? '', 'buffer');
    const session = await needs.sessions.find(sql, { ...input, tenant: actor.tenant });
    if (!session) return refused('passkey.authentication-not-found');
    const attempt: Attempt = { needs, sql, actor, input, answerHash, session };
    if (session.status !== 'PENDING') return await repeated(attempt);
    if (!session.isFresh) return await burnt(attempt, problemOf('passkey.authentication-expired'));
    return await unlessRefused(attempt, async () => {
      const known = await knownOf(attempt);
      return await unlessRefused({ ...attempt, known }, () => decided(attempt, known));
    });
  };
}

export type JudgePasskeyAuthentication = ReturnType<typeof judgePasskeyAuthentication>;

type Attempt = {
  readonly needs: JudgeAuthenticationNeeds;
  readonly sql: Sql;
  readonly actor: Actor;
  readonly input: JudgeAuthenticationInput;
  readonly answerHash: Uint8Array;
  readonly session: AuthenticationSession;
  /** Absent until the answer is known to name one. */
  readonly known?: KnownPasskey;
};

/** A problem of the answer itself, which burns the session. */
const isRefusal = (error: unknown): error is Problem => error instanceof Problem && error.status < 500;

async function unlessRefused(
  attempt: Attempt,
  judge: () => Promise<AuthenticationVerdict>,
): Promise<AuthenticationVerdict> {
  try {
    return await judge();
  } catch (error) {
    if (isRefusal(error)) return await burnt(attempt, error);
    throw error;
  }
}

async function decided(attempt: Attempt, known: KnownPasskey): Promise<AuthenticationVerdict> {
  const { needs, sql, actor, input } = attempt;
  const end = endOf(attempt, known);
  const found = await needs.sessions.complete(sql, actor, end);
  if (!found.isPending) return await late(attempt);
  if (found.refusal !== null) return { kind: 'refused', problem: objectionOf(found.refusal) };
  const passkey = await passkeyOf(attempt, known.id);
  if (!passkey) return refused('passkey.not-known');
  return completed({
    sessionId: input.sessionId,
    user: userOf(known),
    passkey,
    isUserVerified: end.verified.userVerified,
  });
}

/** The passkey that the answer names. Throws `passkey.not-known` when there is none that counts, `passkey.tampered`. */
async function knownOf({ needs, sql, actor, session, input }: Attempt): Promise<KnownPasskey> {
  const credentialId = credentialIdOf(input.clientResponse);
  const known =
    credentialId && (await needs.sessions.known(sql, actor.tenant, session.relyingPartyKey, credentialId));
  if (!known) throw problemOf('passkey.not-known');
  if (await needs.seals.isIntact(sql, coveredKnown(known), known.mac)) return known;
  const { tenant, id, userId } = known;
  await needs.soundAlarm({ tenant, kind: 'passkey', id, userId });
  throw passkeyRecordProblems.create('passkey.tampered');
}

/** The passkey that signed in, as it is shown. Throws `passkey.tampered`. */
async function passkeyOf({ needs, sql, actor }: Attempt, id: string): Promise<Passkey | undefined> {
  const stored = await needs.sessions.passkey(sql, actor.tenant, id);
  const [passkey] = await needs.judgePasskeys(sql, stored ? [stored] : []);
  if (passkey?.isIntact === false) throw passkeyRecordProblems.create('passkey.tampered');
  return passkey;
}

function credentialIdOf(response: unknown): Uint8Array | undefined {
  const id = (response as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id.length <= 2048 ? fromBase64url(id) : undefined;
}

function endOf(attempt: Attempt, known: KnownPasskey): AuthenticationEnd {
  const { needs, session, input, answerHash } = attempt;
  const { frozen, challengeHash } = session;
  const { clientResponse, ...address } = input;
  return {
    address,
    auditId: needs.newId(),
    passkeyId: known.id,
    publicKey: known.publicKey,
    challengeHash,
    ownOrigins: ownOrigins({ rpId: frozen.relyingParty.rpId, publicOrigin: needs.publicOrigin() }),
    answerHash,
    verified: verified(attempt, known),
  };
}

function verified({ session, input }: Attempt, known: KnownPasskey) {
  const record = { ...known, isUserKnown: session.frozen.user !== null };
  return verifyAuthentication(expectationsOf(session), record, input.clientResponse);
}

/** Ends the session with the reason, so that its challenge is never tried again. */
async function burnt(attempt: Attempt, problem: Problem): Promise<AuthenticationVerdict> {
  const { needs, sql, actor, session, known } = attempt;
  const facts = {
    ...problem.facts,
    ...(known && { passkeyId: known.id }),
    ...(problem.detail !== undefined && { detail: problem.detail }),
  };
  const end = {
    sessionKey: session.key,
    auditId: needs.newId(),
    status: 'FAILED',
    code: problem.code,
    facts,
  } as const;
  return (await needs.sessions.end(sql, actor, end)) ? { kind: 'refused', problem } : await late(attempt);
}

/** Another answer ended the session meanwhile, or another prompt took its place: reads how. */
async function late(attempt: Attempt): Promise<AuthenticationVerdict> {
  const { needs, sql, actor, input } = attempt;
  const session = await needs.sessions.find(sql, { ...input, tenant: actor.tenant });
  return session ? await repeated({ ...attempt, session }) : refused('passkey.authentication-not-found');
}

/** The winning answer again gets its result again; any other is late. */
async function repeated(attempt: Attempt): Promise<AuthenticationVerdict> {
  const { needs, sql, actor, session, answerHash } = attempt;
  if (session.failure === 'passkey.authentication-expired') return refused('passkey.authentication-expired');
  const isSame = session.answerHash !== null && Buffer.compare(session.answerHash, answerHash) === 0;
  if (session.status === 'COMPLETED' && session.isRepeatable && isSame) {
    const passkey = await passkeyOf(attempt, session.passkeyId ?? '');
    const known =
      passkey &&
      (await needs.sessions.known(sql, actor.tenant, session.relyingPartyKey, passkey.credentialId));
    if (known) return completed({ ...resultOf(attempt, known), passkey });
  }
  return refused('passkey.authentication-used');
}

/** What the winning answer told. Its counter is used up: it held when the answer came first. */
const resultOf = (attempt: Attempt, known: KnownPasskey) => ({
  sessionId: attempt.input.sessionId,
  user: userOf(known),
  isUserVerified: verified(attempt, { ...known, signCount: 0 }).userVerified,
});

const userOf = ({ userId: id, userExternalId: externalId }: KnownPasskey) => ({ id, externalId });

const completed = (authentication: PasskeyAuthentication): AuthenticationVerdict => ({
  kind: 'completed',
  authentication,
});

const problemOf = (code: AuthenticationProblemCode): Problem => authenticationProblems.create(code);

/** What the statement found against it; the counter may have grown since the passkey was read. */
const objectionOf = (code: string): Problem =>
  code === 'passkey.counter-not-increased'
    ? passkeyProblems.create(code, { facts: { step: 'WebAuthn L3 7.2 step 22' } })
    : problemOf(code as AuthenticationProblemCode);

const refused = (code: AuthenticationProblemCode): AuthenticationVerdict => ({
  kind: 'refused',
  problem: problemOf(code),
});
