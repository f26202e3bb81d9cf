import { hash } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { AssertionRequest, AuthenticationResponseJson } from './response-json.ts';
import { signWith } from './sign-with.ts';
import type { SoftCeremony } from './soft-authenticator-options.ts';
import type { SoftAuthenticatorState, SoftCredential } from './soft-authenticator-state.ts';
import { writeAuthenticatorData } from './write-authenticator-data.ts';
import { writeClientData } from './write-client-data.ts';

/** Signs with the newest credential that was asked for, and answers as a browser does (WebAuthn L3 section 6.3.3). */
export function getAssertionWith(
  state: SoftAuthenticatorState,
  request: AssertionRequest,
  { alter, ...place }: SoftCeremony,
): AuthenticationResponseJson {
  const credential = findAsked(state, request);
  if (state.options.hasCounter) credential.signCount++;
  const json = writeClientData('webauthn.get', request.challenge, place);
  const clientData = Buffer.from(alter?.clientData?.(json) ?? json);
  const written = writeAuthenticatorData({
    rpId: request.rpId,
    flags: state.options.flags,
    signCount: credential.signCount,
    extensions: new Map(),
  });
  const authenticatorData = alter?.authenticatorData?.(written) ?? written;
  const signed = Buffer.concat([authenticatorData, hash('sha256', clientData, 'buffer')]);
  const id = toBase64url(credential.id);
  return {
    authenticatorAttachment: state.options.attachment,
    clientExtensionResults: {},
    id,
    rawId: id,
    response: {
      authenticatorData: toBase64url(authenticatorData),
      clientDataJSON: toBase64url(clientData),
      signature: toBase64url(signWith(credential.keys, signed)),
      userHandle: credential.userHandle,
    },
    type: 'public-key',
  };
}

function findAsked(state: SoftAuthenticatorState, request: AssertionRequest): SoftCredential {
  const allowed = (request.allowCredentials ?? []).map(({ id }) => id);
  const credential = state.credentials.findLast(
    (one) => one.rpId === request.rpId && (allowed.length === 0 || allowed.includes(toBase64url(one.id))),
  );
  if (!credential) throw new DOMException('There is no such passkey.', 'NotAllowedError');
  return credential;
}
