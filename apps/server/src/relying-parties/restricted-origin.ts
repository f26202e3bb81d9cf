import { isWithinRelyingParty } from './relying-party-id.ts';

/** Says what is wrong with an origin of a relying party; `undefined` when nothing is. */
export function faultOfOrigin(origin: string, relyingPartyId: string): string | undefined {
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin) return 'Give an exact origin such as https://login.example.com.';
  if (!isSecure(url)) return 'Only https origins are allowed, or http on localhost.';
  if (!isWithinRelyingParty(url.hostname, relyingPartyId)) {
    return `The host must be ${relyingPartyId} or lie under it.`;
  }
  return undefined;
}

const isSecure = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isWithinRelyingParty(url.hostname, 'localhost'));
