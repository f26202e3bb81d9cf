import type { Static, TObject, TSchema } from 'typebox';

/**
 * One operation of the REST API, described once: the server binds it, OpenAPI and the tests are made from it.
 * `path` is written as in OpenAPI: `/api/identity-store/stores/{storeName}`.
 */
export type Route = {
  /** The use case's name in lowerCamelCase; operationId in OpenAPI. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** `IdentityStore:listUsers`; the tenant prefix `TNT#{tenant}#` is added when checked. `public` needs no token. */
  readonly permission: string | 'public';
  /** Another permission that suffices as well. */
  readonly orPermission?: string;
  readonly params?: TObject;
  readonly query?: TObject;
  /** JSON unless `bodyType` says otherwise; an absent body counts as `{}`. */
  readonly body?: TSchema;
  /** `form` is application/x-www-form-urlencoded, which OAuth asks for (RFC 6749 section 3.2). */
  readonly bodyType?: 'json' | 'form';
  /** Largest body in bytes; 64 KiB unless told. */
  readonly bodyLimit?: number;
  readonly status: 200 | 201 | 204;
  /** Absent with 204. */
  readonly output?: TSchema;
  /** Problem codes that it can answer beyond those of every route (`commonCodes`). */
  readonly problems: readonly string[];
  /** Failures as OAuth 2.0 writes them (RFC 6749 section 5.2) instead of problem+json. */
  readonly failures?: 'problem' | 'oauth';
};

type Of<T> = T extends TSchema ? Static<T> : undefined;

/** What a handler of this route receives, already checked against its schemas. */
export type RouteInput<R extends Route> = {
  readonly params: Of<R['params']>;
  readonly query: Of<R['query']>;
  readonly body: Of<R['body']>;
};

/** What it must answer. */
export type RouteOutput<R extends Route> = R['output'] extends TSchema ? Static<R['output']> : undefined;

/** Declares a route; keeps its literal types. */
export const defineRoute = <const R extends Route>(route: R): R => Object.freeze(route);
