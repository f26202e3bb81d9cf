import {
  type AuthenticationExpectations,
  type AuthenticationOptionsInput,
  type AuthenticationRequest,
  authenticationExpectations,
  authenticationOptions,
} from '@latchkey/passkeys';
import { expectedOrigins } from '../relying-parties/expected-origins.ts';
import type { AuthenticationSession, FrozenAuthentication } from './authentication-session.ts';

/** What the browser gets, from frozen facts and the challenge that is issued. Pure. */
export const requestOf = (frozen: FrozenAuthentication, challenge: Uint8Array): AuthenticationRequest =>
  authenticationOptions(inputOf(frozen), challenge);

/** What its answer is judged by, from the same facts. Pure. */
export const expectationsOf = ({
  frozen,
  challengeHash,
}: Pick<AuthenticationSession, 'frozen' | 'challengeHash'>): AuthenticationExpectations =>
  authenticationExpectations(inputOf(frozen), challengeHash);

const inputOf = ({
  relyingParty,
  publicOrigin,
  topOrigins,
  userVerification,
  timeoutMs,
  allow,
}: FrozenAuthentication): AuthenticationOptionsInput => ({
  rpId: relyingParty.rpId,
  origins: expectedOrigins({ ...relyingParty, publicOrigin }),
  topOrigins,
  userVerification,
  timeoutMs,
  allowCredentials: allow.map(({ id, transports }) => ({ id: Buffer.from(id, 'hex'), transports })),
});
