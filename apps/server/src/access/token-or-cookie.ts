import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from './actor.ts';
import type { Authenticate } from './authenticate.ts';

/** Who sends this cookie; `undefined` without one that is good. */
export type AuthenticateCookie = (headers: IncomingHttpHeaders) => Promise<Actor | undefined>;

/** A token or a key wins over a cookie, also when it is not good. Throws `access.unauthenticated`. */
export const tokenOrCookie =
  (byToken: Authenticate, byCookie: AuthenticateCookie): Authenticate =>
  async (headers) => {
    const hasToken = headers.authorization !== undefined || headers['x-api-key'] !== undefined;
    const actor = hasToken ? undefined : await byCookie(headers);
    return actor ?? byToken(headers);
  };
