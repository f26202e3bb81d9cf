import { bytesOf } from './frame/base64url.ts';

/** Options of get() from their JSON form, by the browser or, where it is too old for that, by hand (WebAuthn L3 section 5.1.10). */
export function requestOptions(json: unknown): PublicKeyCredentialRequestOptions {
  const options = json as PublicKeyCredentialRequestOptionsJSON;
  return PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? byHand(options);
}

function byHand(options: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map((one) => ({ ...one, id: bytesOf(one.id) })),
  } as unknown as PublicKeyCredentialRequestOptions;
}
