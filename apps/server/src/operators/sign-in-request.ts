import { randomBytes } from 'node:crypto';
import type { RouteOutput, startOperatorSignIn } from '@latchkey/contract';
import { toBase64url } from '@latchkey/kernel';
import { type AuthenticationExpectations, withHashedChallenge } from '@latchkey/passkeys';
import { backofficeRelyingParty, ceremonyTimeoutMs } from './backoffice-relying-party.ts';

type SignInRequest = {
  readonly options: RouteOutput<typeof startOperatorSignIn>['options'];
  readonly expectations: AuthenticationExpectations;
};

/** A browser's request to sign in with any passkey of the Backoffice, and what the answer is judged by, without the challenge. */
export function signInRequest(publicUrl: string): SignInRequest {
  const { id: rpId, origins } = backofficeRelyingParty(publicUrl);
  const challenge = toBase64url(randomBytes(32));
  const userVerification = 'required' as const;
  return {
    options: { challenge, rpId, timeout: ceremonyTimeoutMs, userVerification, allowCredentials: [] },
    expectations: withHashedChallenge({ challenge, origins, topOrigins: [], rpId, userVerification }),
  };
}
