import { isWithinRelyingParty } from './relying-party-id.ts';

/** Says what is wrong with an origin of a relying party; `undefined` when nothing is. */
export function faultOfOrigin(origin: string, relyingPartyId: string): string | undefined {
  if (appOrigins.some((pattern) => pattern.test(origin))) return undefined;
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin) return 'Give an exact origin such as https://login.example.com.';
  if (!isSecure(url)) return 'Only https origins are allowed, or http on localhost.';
  if (!isWithinRelyingParty(url.hostname, relyingPartyId)) {
    return `The host must be ${relyingPartyId} or lie under it.`;
  }
  return undefined;
}

/** What apps write as their origin: the hash of an Android app's signing certificate, the bundle of an iOS app. */
const appOrigins = [/^android:apk-key-hash:[A-Za-z0-9_-]{43}$/, /^ios:bundle-id:[A-Za-z0-9.-]{1,155}$/];

/** Says what is wrong with an origin of another domain (WebAuthn L3 section 5.11); `undefined` when nothing is. */
export function faultOfRelatedOrigin(origin: string, relyingPartyId: string): string | undefined {
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin || url.protocol !== 'https:')
    return 'Give an exact origin such as https://shop.example.net.';
  if (isWithinRelyingParty(url.hostname, relyingPartyId))
    return `It lies under ${relyingPartyId}: put it among the allowed origins.`;
  return undefined;
}

/** Says what is wrong with an address of the passkey endpoints; `undefined` when nothing is. */
export function faultOfEndpoint(text: string | null, relyingPartyId: string): string | undefined {
  if (text === null) return undefined;
  const url = URL.parse(text);
  if (url === null || !isSecure(url)) return 'Give an address such as https://example.com/passkeys.';
  if (!isWithinRelyingParty(url.hostname, relyingPartyId))
    return `The host must be ${relyingPartyId} or lie under it.`;
  return undefined;
}

const isSecure = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isWithinRelyingParty(url.hostname, 'localhost'));
