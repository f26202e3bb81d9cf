import { hash, randomBytes } from 'node:crypto';

/** A browser as journeys know it: its secret, and the language of the link that it opened last. */
export type Visitor = {
  readonly secret: string;
  readonly language?: string;
  /** Known by the cookie of a frame. */
  readonly isEmbedded?: boolean;
};

/** A browser's first visit: a secret of 256 random bits. */
export const newVisitor = (): Visitor => ({ secret: randomBytes(32).toString('base64url') });

/** By what an instance knows its browser: only this is stored, and it fits no other instance. */
export const visitorHash = ({ secret }: Visitor, instanceId: string): Uint8Array =>
  hash('sha256', `${instanceId}.${secret}`, 'buffer');

const name = (isSecure: boolean) => (isSecure ? '__Host-latchkey_visitor' : 'latchkey_visitor');
const embeddedName = (isSecure: boolean) => (isSecure ? '__Host-latchkey_embedded' : 'latchkey_embedded');
const shape = /^([A-Za-z0-9_-]{43})(?:~([a-z]{2,3}))?$/;
const lifetimeSeconds = 2 * 86_400;

/** Reads the visitor from a Cookie header (RFC 6265 section 4.2); one secret serves all journeys of a browser. */
export function readVisitor(cookies: string | undefined, isSecure: boolean): Visitor | undefined {
  const own = readCookie(cookies, name(isSecure));
  if (own !== undefined) return own;
  const embedded = readCookie(cookies, embeddedName(isSecure));
  return embedded && { ...embedded, isEmbedded: true };
}

function readCookie(cookies: string | undefined, called: string): Visitor | undefined {
  const wanted = `${called}=`;
  const pair = cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(wanted));
  const [, secret, language] = shape.exec(pair?.slice(wanted.length) ?? '') ?? [];
  return secret === undefined ? undefined : { secret, ...(language !== undefined && { language }) };
}

type Place = { readonly isSecure: boolean; readonly isEmbedded: boolean };

/**
 * The Set-Cookie of a visitor. Lax, since people come by links from elsewhere; with https also bound to the host. In a
 * frame of another site it is one of that site's alone (CHIPS, draft-ietf-httpbis-rfc6265bis "Partitioned"), so that
 * nobody is known from one site to the next.
 */
export const visitorCookie = ({ secret, language }: Visitor, { isSecure, isEmbedded }: Place): string =>
  [
    `${(isEmbedded ? embeddedName : name)(isSecure)}=${secret}${language === undefined ? '' : `~${language}`}`,
    'Path=/',
    `Max-Age=${lifetimeSeconds}`,
    'HttpOnly',
    ...(isEmbedded
      ? ['SameSite=None', 'Secure', 'Partitioned']
      : ['SameSite=Lax', ...(isSecure ? ['Secure'] : [])]),
  ].join('; ');
