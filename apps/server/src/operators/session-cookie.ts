/** Longest life of a session in seconds, whatever happens in it. */
export const sessionLifetimeSeconds = 12 * 3600;

const nameOf = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-latchkey-operator' : 'latchkey-operator';

/** The secret of the session in a Cookie header (RFC 6265 section 4.2), if it has the form of one. */
export function readSessionCookie(cookies: string | undefined, publicUrl: string): string | undefined {
  const wanted = `${nameOf(publicUrl)}=`;
  const pair = cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(wanted));
  const secret = pair?.slice(wanted.length);
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : undefined;
}

/** The Set-Cookie of a session; with https bound to the host by the prefix `__Host-`. */
export const sessionCookie = (secret: string, publicUrl: string): string =>
  written(`${nameOf(publicUrl)}=${secret}`, sessionLifetimeSeconds, publicUrl);

/** The Set-Cookie that ends a session in the browser. */
export const clearedSessionCookie = (publicUrl: string): string =>
  written(`${nameOf(publicUrl)}=`, 0, publicUrl);

const written = (pair: string, maxAge: number, publicUrl: string): string =>
  [
    pair,
    'Path=/',
    `Max-Age=${maxAge}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
