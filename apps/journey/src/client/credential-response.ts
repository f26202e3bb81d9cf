import { base64url } from './frame/base64url.ts';

/** A credential as its response JSON, by the browser or, where it is too old for that, by hand (WebAuthn L3 section 5.1). */
export function credentialResponse(credential: PublicKeyCredential): unknown {
  return credential.toJSON?.() ?? byHand(credential);
}

function byHand(credential: PublicKeyCredential): unknown {
  const { response } = credential;
  return {
    id: credential.id,
    rawId: credential.id,
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: base64url(response.clientDataJSON),
      ...('attestationObject' in response
        ? made(response as AuthenticatorAttestationResponse)
        : signed(response as AuthenticatorAssertionResponse)),
    },
  };
}

const made = (response: AuthenticatorAttestationResponse) => ({
  attestationObject: base64url(response.attestationObject),
  transports: response.getTransports?.() ?? [],
});

const signed = ({ authenticatorData, signature, userHandle }: AuthenticatorAssertionResponse) => ({
  authenticatorData: base64url(authenticatorData),
  signature: base64url(signature),
  ...(userHandle && { userHandle: base64url(userHandle) }),
});
