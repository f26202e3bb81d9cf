import { hash } from 'node:crypto';
import { ensureBackupState, ensureRelyingParty } from '../authenticator-data/check-authenticator-data.ts';
import { readAuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { ceremonySteps } from '../ceremony-steps.ts';
import {
  ensureChallenge,
  ensureFrameAllowed,
  ensureOrigin,
  ensureTopOrigin,
  ensureType,
} from '../client-data/check-client-data.ts';
import { readClientData } from '../client-data/read-client-data.ts';
import { importStoredCoseKey } from '../cose/cose-key.ts';
import { isSignedBy } from '../cose/is-signed-by.ts';
import { ensure } from '../fault.ts';
import { passkeyProblems } from '../problems.ts';
import type {
  AuthenticationExpectations,
  RegisteredCredential,
  VerifiedAuthentication,
} from './authentication-expectations.ts';
import {
  ensureCounter,
  ensureCredential,
  ensureSameBackupEligibility,
  ensureUser,
  ensureVerified,
} from './ensure-credential.ts';
import { readAuthenticationResponse } from './read-authentication-response.ts';

const step = ceremonySteps('WebAuthn L3 7.2', passkeyProblems);

/**
 * Verifies a browser's answer to get() by the steps of WebAuthn L3 section 7.2, numbered as there. `response` is an
 * AuthenticationResponseJSON of unknown provenance. Throws a Problem of `passkeyProblems` with `facts.step`.
 */
export function verifyAuthentication(
  asked: AuthenticationExpectations,
  credential: RegisteredCredential,
  response: unknown,
): VerifiedAuthentication {
  const answer = step(3, 'passkey.response-malformed', () => readAuthenticationResponse(response));
  step(5, 'passkey.credential-not-allowed', () => ensureCredential(answer, asked, credential));
  step(6, 'passkey.user-handle-mismatch', () => ensureUser(answer, credential));
  const client = step(9, 'passkey.client-data-malformed', () => readClientData(answer.clientDataJson));
  step(10, 'passkey.type-mismatch', () => ensureType(client, 'webauthn.get'));
  step(11, 'passkey.challenge-mismatch', () => ensureChallenge(client, asked));
  step(12, 'passkey.origin-not-allowed', () => ensureOrigin(client, asked.origins));
  step(13, 'passkey.cross-origin-not-allowed', () => ensureFrameAllowed(client, asked.topOrigins));
  step(14, 'passkey.top-origin-not-allowed', () => ensureTopOrigin(client, asked.topOrigins));
  const data = step(15, 'passkey.authenticator-data-malformed', () => {
    const read = readAuthenticatorData(answer.authenticatorData);
    ensure(read.attested === undefined, 'The authenticator data hold a credential.');
    return read;
  });
  step(15, 'passkey.relying-party-mismatch', () => ensureRelyingParty(data, asked.rpId));
  step(16, 'passkey.user-not-present', () => ensure(data.userPresent, 'The flag UP is not set.'));
  const userVerified = data.userVerified && credential.userVerified !== false;
  step(17, 'passkey.user-not-verified', () => ensureVerified(asked, data, userVerified));
  step(18, 'passkey.backup-state-invalid', () => ensureBackupState(data));
  step(19, 'passkey.backup-eligibility-changed', () => ensureSameBackupEligibility(data, credential));
  const publicKey = step(21, 'passkey.key-invalid', () => importStoredCoseKey(credential.publicKey));
  step(21, 'passkey.signature-invalid', () => {
    const signed = Buffer.concat([data.bytes, hash('sha256', answer.clientDataJson, 'buffer')]);
    ensure(isSignedBy(publicKey, signed, answer.signature), 'The signature is not valid.');
  });
  step(22, 'passkey.counter-not-increased', () => ensureCounter(data, credential));
  return Object.freeze({
    credentialId: answer.credentialId,
    signCount: data.signCount,
    userVerified,
    backedUp: data.backedUp,
    origin: client.origin,
    crossOrigin: client.crossOrigin,
  });
}
