import { toBase64url } from '@latchkey/kernel';
import type { UserVerification } from '../policy/registration-policy.ts';
import type { CredentialDescriptor } from '../registration/client-request.ts';
import type { AuthenticationExpectations } from './authentication-expectations.ts';

/** What a browser is given: PublicKeyCredentialRequestOptionsJSON of WebAuthn L3 section 5.1.8. */
export type AuthenticationRequest = {
  readonly challenge: string;
  readonly rpId: string;
  readonly timeout: number;
  readonly userVerification: UserVerification;
  /** Empty: any passkey that the device can find by itself. */
  readonly allowCredentials: readonly CredentialDescriptor[];
};

export type AuthenticationOptionsInput = {
  readonly rpId: string;
  readonly origins: readonly string[];
  readonly topOrigins: readonly string[];
  readonly userVerification: UserVerification;
  readonly timeoutMs: number;
  readonly allowCredentials: readonly { readonly id: Uint8Array; readonly transports: readonly string[] }[];
};

/** What the browser gets, by the challenge that is issued to it. Pure. */
export function authenticationOptions(
  input: AuthenticationOptionsInput,
  challenge: Uint8Array,
): AuthenticationRequest {
  return {
    challenge: toBase64url(challenge),
    rpId: input.rpId,
    timeout: input.timeoutMs,
    userVerification: input.userVerification,
    allowCredentials: input.allowCredentials.map(({ id, transports }) => ({
      type: 'public-key',
      id: toBase64url(id),
      transports,
    })),
  };
}

/** What its answer is judged by, from the same facts and the SHA-256 of the challenge. Pure. */
export const authenticationExpectations = (
  input: AuthenticationOptionsInput,
  challengeHash: Uint8Array,
): AuthenticationExpectations => ({
  challengeHash: toBase64url(challengeHash),
  origins: input.origins,
  topOrigins: input.topOrigins,
  rpId: input.rpId,
  userVerification: input.userVerification,
  allowCredentials: input.allowCredentials.map(({ id }) => toBase64url(id)),
});
