import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from './actor.ts';

/** Who sends these headers. Throws `access.unauthenticated`. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Actor>;
