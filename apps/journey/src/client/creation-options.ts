import { bytesOf } from './frame/base64url.ts';

/** Options from their JSON form, by the browser or, where it is too old for that, by hand (WebAuthn L3 section 5.1.9). */
export function creationOptions(json: unknown): PublicKeyCredentialCreationOptions {
  const options = json as PublicKeyCredentialCreationOptionsJSON;
  return PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? byHand(options);
}

function byHand(options: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({ ...one, id: bytesOf(one.id) })),
  } as unknown as PublicKeyCredentialCreationOptions;
}
