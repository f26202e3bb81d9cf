import type { IncomingHttpHeaders } from 'node:http';
import type { Route, RouteInput, RouteOutput } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';

/** What a handler knows of its request beyond the checked input. */
export type RequestFacts<R extends Route> = {
  /** Holds the route's permission; `undefined` on public routes. */
  readonly actor: R['permission'] extends 'public' ? undefined : Actor;
  /** In the log and in problems as `traceId`. */
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** Who sends: the other end of the connection, or whom a trusted proxy there names. */
  readonly address: string;
  /** Sets a header of the answer, beside those that every answer has. */
  readonly setHeader: (name: string, value: string) => void;
};

/** Drives one use case: no more than a few lines. */
export type Handler<R extends Route> = (input: RouteInput<R> & RequestFacts<R>) => Promise<RouteOutput<R>>;

/** A route with what answers it. */
export type Bound = {
  readonly route: Route;
  readonly handler: (input: never) => Promise<unknown>;
};

/** Binds a route of the contract to its handler; the types of input and output are the contract's. */
export const bind = <const R extends Route>(route: R, handler: Handler<R>): Bound =>
  Object.freeze({ route, handler });
