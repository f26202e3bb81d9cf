import { fromBase64url, Problem } from '@latchkey/kernel';
import { type AuthenticationExpectations, verifyAuthentication } from '@latchkey/passkeys';
import { audited } from '../audit/audited.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { passkeyRecordProblems } from '../passkeys/passkey.ts';
import { insertSignInCeremony, takeSignInCeremony } from './ceremonies.sql.ts';
import { coveredOperatorPasskey } from './covered-operator-passkey.ts';
import { newOneTimeSecret } from './one-time-secret.ts';
import { operatorProblems } from './operator.ts';
import { operatorActor } from './operator-actor.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import { findKnownPasskey, type KnownPasskey } from './operator-passkeys.sql.ts';
import { recordUnknownPasskey } from './record-unknown-passkey.ts';
import { insertSignedInSession } from './sessions.sql.ts';
import { signInRequest } from './sign-in-request.ts';

type Needs = Pick<OperatorNeeds, 'sql' | 'newId' | 'publicUrl' | 'seals' | 'soundAlarm'>;

/** Begins a sign-in with any passkey of the Backoffice. */
export function startSignIn({ sql, newId, publicUrl }: Needs) {
  return async () => {
    const { options, expectations } = signInRequest(publicUrl());
    const ceremonyId = newId();
    await insertSignInCeremony(sql, { id: ceremonyId, expectations });
    return { ceremonyId, options };
  };
}

export type SignInInput = { readonly ceremonyId: string; readonly response: object };

/**
 * Ends a sign-in and answers the secret of its session. Throws `operator.sign-in-failed`, the same for every reason;
 * the audit knows which.
 */
export function signIn({ sql, newId, seals, soundAlarm }: Needs) {
  const requireIntact = async (known: KnownPasskey) => {
    const { tenant, passkeyId: id, operatorId, mac } = known;
    if (await seals.isIntact(sql, coveredOperatorPasskey(known), mac)) return;
    await soundAlarm({ tenant, kind: 'operator-passkey', id, operatorId });
    throw passkeyRecordProblems.create('passkey.tampered');
  };
  return async ({ ceremonyId, response }: SignInInput, browser: string): Promise<string> => {
    const ceremony = await takeSignInCeremony(sql, ceremonyId);
    // Not audited: whoever has no ceremony was not even asked for a passkey.
    if (!ceremony) throw failed('no ceremony');
    const { expectations } = ceremony;
    const credentialId = credentialIdOf(response);
    const known = credentialId && (await findKnownPasskey(sql, expectations.rpId, credentialId));
    if (!known) {
      await recordUnknownPasskey(sql);
      throw failed('unknown passkey');
    }
    const fact = { action: 'operator.signed-in', target: { kind: 'operator', id: known.id } };
    const signedIn = async () => {
      await requireIntact(known);
      const use = verified(expectations, known, response);
      const { secret, hash } = newOneTimeSecret();
      const session = { id: newId(), passkeyId: known.passkeyId, hash, userAgent: browser };
      if (await insertSignedInSession(sql, operatorActor(known), session, use)) return secret;
      throw failed('blocked, or the passkey was used meanwhile');
    };
    return inTenant(known.tenant, () => audited(sql, operatorActor(known), fact, signedIn)).catch(sameForAll);
  };
}

/** Throws the problems of the ceremony, which the audit keeps. */
const verified = (asked: AuthenticationExpectations, known: KnownPasskey, response: unknown) =>
  verifyAuthentication(asked, { ...known, userHandle: known.handle, isUserKnown: false }, response);

function credentialIdOf(response: object): Uint8Array | undefined {
  const { id } = response as { readonly id?: unknown };
  return typeof id === 'string' && id.length <= 2048 ? fromBase64url(id) : undefined;
}

const failed = (reason: unknown): Problem =>
  operatorProblems.create('operator.sign-in-failed', { cause: reason });

function sameForAll(error: unknown): never {
  throw error instanceof Problem && error.status < 500 ? failed(error) : error;
}
