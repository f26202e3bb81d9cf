import { hash } from 'node:crypto';
import { type Clock, type NewId, Problem } from '@latchkey/kernel';
import { type AttestationTrust, verifyRegistration } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { ownOrigins } from '../relying-parties/expected-origins.ts';
import { coveredPasskey } from './covered-passkey.ts';
import type { JudgePasskeys } from './judge-passkeys.ts';
import { type Passkey, passkeyRecordProblems } from './passkey.ts';
import { passkeyName } from './passkey-name.ts';
import type { PasskeySeals } from './passkey-seals.ts';
import { type RegistrationProblemCode, registrationProblems } from './registration-problems.ts';
import type {
  CurrentPolicy,
  RegistrationSession,
  RegistrationSessions,
  SessionEnd,
  UserReference,
} from './registration-session.ts';
import { sessionKeyOf } from './session-key.ts';
import { type StartedHere, type StartedSession, startedOf } from './started-here.ts';
import { stricterExpectations } from './stricter-expectations.ts';

export type CompleteNeeds = {
  readonly sessions: Pick<RegistrationSessions, 'find' | 'complete' | 'end' | 'policy' | 'passkey'>;
  readonly startedHere: Pick<StartedHere, 'take'>;
  readonly newId: NewId;
  readonly now: Clock;
  /** What a tenant's attestations are judged by at a moment. */
  readonly trustOf: (tenant: string, now: number) => AttestationTrust;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
  readonly seals: Pick<PasskeySeals, 'mac' | 'close'>;
  readonly judgePasskeys: JudgePasskeys;
};

export type CompleteInput = {
  readonly sessionId: string;
  /** Store and user narrow who may complete: a session of another one counts as absent. */
  readonly storeName?: string;
  readonly user?: UserReference;
  /** The instance that started it; a session of an instance is completed by that instance alone. */
  readonly instanceId?: string;
  /** RegistrationResponseJSON of the browser. */
  readonly clientResponse: unknown;
};

export type CompletedPasskeyRegistration = {
  readonly sessionId: string;
  readonly passkey: Passkey;
  readonly user: { readonly id: string; readonly externalId: string };
};

export type Verdict =
  | { readonly kind: 'completed'; readonly registration: CompletedPasskeyRegistration }
  /** A session that this answer burnt is kept as FAILED, with its audit row, in `sql`. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Judges the browser's answer and, if it holds, keeps the passkey; consumes the session exactly once. A refusal is
 * returned, not thrown, so that a transaction round it keeps the burnt session and its audit row. The winning answer
 * repeated within ten minutes gets the same verdict again.
 */
export function judgePasskeyRegistration(needs: CompleteNeeds) {
  return async (sql: Sql, actor: Actor, input: CompleteInput): Promise<Verdict> => {
    const asked: Asked = { needs, sql, actor, input, answerHash: hashOf(input.clientResponse) };
    const verdict = await verdictWithoutRead(asked);
    if (verdict) return verdict;
    const session = await needs.sessions.find(sql, { ...input, tenant: actor.tenant });
    if (!session) return refused('passkey.session-not-found');
    const attempt: Attempt = { ...asked, session };
    if (session.status !== 'PENDING') return await repeated(attempt);
    try {
      return (await decided(attempt)) ?? (await lateVerdict(attempt));
    } catch (error) {
      if (isOfCeremony(error)) return await burnt(attempt, error);
      throw error;
    }
  };
}

/**
 * Completes a passkey registration as `judgePasskeyRegistration` does, and throws the refusal. Give it the pool, not a
 * transaction that the refusal would roll back. Throws the problems of the ceremony, and `passkey.session-not-found`,
 * `passkey.session-used`, `passkey.session-expired`, `passkey.already-registered`, `passkey.withdrawn`,
 * `passkey.user-not-allowed`, `passkey.limit-reached`.
 */
export function completePasskeyRegistration(needs: CompleteNeeds) {
  const judge = judgePasskeyRegistration(needs);
  return async (sql: Sql, actor: Actor, input: CompleteInput): Promise<CompletedPasskeyRegistration> => {
    const verdict = await judge(sql, actor, input);
    if (verdict.kind === 'refused') throw verdict.problem;
    return verdict.registration;
  };
}

export type JudgePasskeyRegistration = ReturnType<typeof judgePasskeyRegistration>;
export type CompletePasskeyRegistration = ReturnType<typeof completePasskeyRegistration>;

type Asked = {
  readonly needs: CompleteNeeds;
  readonly sql: Sql;
  readonly actor: Actor;
  readonly input: CompleteInput;
  readonly answerHash: Uint8Array;
};
type Attempt = Asked & { readonly session: RegistrationSession };

/**
 * The verdict on an answer to a session that this process started, in one statement. `undefined` when the answer does
 * not hold, or the statement does not find the session as it was started: then the session is read, and what it says
 * decides.
 */
async function verdictWithoutRead(asked: Asked): Promise<Verdict | undefined> {
  const { needs, sql, actor, input } = asked;
  const started = needs.startedHere.take(actor.tenant, sessionKeyOf(input.sessionId));
  const end = started && (await endIfVerified(asked, started));
  if (!end) return undefined;
  const found = await needs.sessions.complete(sql, actor, end);
  if (found.passkey) return completed(asked, started.user, found.passkey);
  if (!found.isPending || found.refusal === 'policy-changed') return undefined;
  return refused(found.refusal as RegistrationProblemCode);
}

async function endIfVerified(asked: Asked, started: StartedSession): Promise<SessionEnd | undefined> {
  try {
    return await endOf(asked, started);
  } catch (error) {
    if (isOfCeremony(error)) return undefined;
    throw error;
  }
}

/** A problem of the answer itself, which burns the session. */
const isOfCeremony = (error: unknown): error is Problem =>
  error instanceof Problem && Object.hasOwn(error.facts, 'step');

/** The verdict of this answer; `undefined` when another one ended the session first. Throws the ceremony's problems. */
async function decided(attempt: Attempt): Promise<Verdict | undefined> {
  const { needs, sql, actor, session } = attempt;
  if (!session.isFresh) return await burnt(attempt, registrationProblems.create('passkey.session-expired'));
  const started = startedOf(session);
  let policy: CurrentPolicy | undefined;
  for (let tried = 1; tried <= policyReads; tried += 1) {
    const found = await needs.sessions.complete(sql, actor, await endOf(attempt, started, policy));
    if (!found.isPending) return undefined;
    if (found.passkey) return completed(attempt, started.user, found.passkey);
    if (found.refusal !== 'policy-changed') return refused(found.refusal as RegistrationProblemCode);
    policy = await needs.sessions.policy(sql, actor.tenant, session.key);
  }
  return await burnt(attempt, registrationProblems.create('passkey.withdrawn'));
}

// A policy that changes oftener than this within one request is no policy.
const policyReads = 3;

async function endOf(
  { needs, actor, input, answerHash }: Asked,
  { key, expectations, policyVersion, ...started }: StartedSession,
  current?: CurrentPolicy,
): Promise<SessionEnd> {
  const now = needs.now();
  const asked = current ? stricterExpectations(expectations, current) : expectations;
  if (!asked) throw registrationProblems.create('passkey.withdrawn', { facts: { step: 'policy' } });
  const verified = verifyRegistration(asked, input.clientResponse, needs.trustOf(actor.tenant, now));
  const passkeyId = needs.newId();
  const place = { tenant: actor.tenant, id: passkeyId };
  return {
    sessionKey: key,
    address: input,
    passkeyId,
    auditId: needs.newId(),
    policyVersion: current?.version ?? policyVersion,
    ownOrigins: ownOrigins({ rpId: asked.rpId, publicOrigin: needs.publicOrigin() }),
    trustPath: verified.trustPath.map((der) => hash('sha256', der)),
    name: passkeyName(verified, now),
    answerHash,
    verified,
    evidence: await needs.seals.close(place, verified),
    mac: await needs.seals.mac(
      coveredPasskey({
        ...place,
        ...started,
        ...verified,
        userId: started.user.id,
        relyingPartyId: asked.rpId,
        isUserVerified: verified.userVerified,
        isBackupEligible: verified.backupEligible,
      }),
    ),
  };
}

/** Ends the session with the reason, so that its challenge is never tried again. */
async function burnt(attempt: Attempt, problem: Problem): Promise<Verdict> {
  const { needs, sql, actor, session } = attempt;
  const facts = { ...problem.facts, ...(problem.detail !== undefined && { detail: problem.detail }) };
  const end = {
    sessionKey: session.key,
    auditId: needs.newId(),
    status: 'FAILED',
    code: problem.code,
    facts,
  } as const;
  if (await needs.sessions.end(sql, actor, end)) return { kind: 'refused', problem };
  return await lateVerdict(attempt);
}

/** Another answer ended the session meanwhile: reads how. */
async function lateVerdict(attempt: Attempt): Promise<Verdict> {
  const { needs, sql, actor, input } = attempt;
  const session = await needs.sessions.find(sql, { ...input, tenant: actor.tenant });
  return session ? await repeated({ ...attempt, session }) : refused('passkey.session-not-found');
}

/** The winning answer again gets its result again; any other is late. */
async function repeated(attempt: Attempt): Promise<Verdict> {
  const { needs, sql, actor, session, answerHash } = attempt;
  if (session.failure === 'passkey.session-expired') return refused('passkey.session-expired');
  if (session.status === 'COMPLETED' && session.isRepeatable && isSame(session.answerHash, answerHash)) {
    const stored = await needs.sessions.passkey(sql, actor.tenant, session.passkeyId ?? '');
    const [passkey] = await needs.judgePasskeys(sql, stored ? [stored] : []);
    if (passkey?.isIntact === false) throw passkeyRecordProblems.create('passkey.tampered');
    if (passkey) return completed(attempt, session.frozen.user, passkey);
  }
  return refused('passkey.session-used');
}

const isSame = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one !== null && Buffer.compare(one, other) === 0;

const completed = ({ input }: Asked, user: StartedSession['user'], passkey: Passkey): Verdict => ({
  kind: 'completed',
  registration: { sessionId: input.sessionId, passkey, user },
});

const refused = (code: RegistrationProblemCode): Verdict => ({
  kind: 'refused',
  problem: registrationProblems.create(code),
});

/** SHA-256 of the members that decide, so that the same answer is known again. */
const hashOf = (clientResponse: unknown): Uint8Array =>
  hash('sha256', JSON.stringify(clientResponse) ?? '', 'buffer');
