import { permissionsFor, type Route } from '@latchkey/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Authenticate } from '../access/authenticate.ts';
import { storesOf } from '../access/store-permissions.ts';
import { inStore, inTenant } from '../db/tenant-scope.ts';
import type { Bound } from './bind.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `undefined` on public routes. */
    actor: Actor | undefined;
    /** The id of the one identity store in which the actor may do this; `undefined` where it may in each. */
    storeId: string | undefined;
  }
  interface FastifyContextConfig {
    route?: Route;
  }
}

/** Largest body unless the route says otherwise, in bytes. */
export const defaultBodyLimit = 64 * 1024;

const nothing = Type.Object({}, { additionalProperties: false });

/** How the work of a request runs. */
export type Running = {
  readonly inTurn: InTurn;
  /** After this long the client is told to come back, in milliseconds. */
  readonly handlerTimeoutMs: number;
};

/** Registers one bound route: who may, then the body, its check, the handler, and the answer by its schema. */
export function registerRoute(
  app: FastifyInstance,
  { route, handler }: Bound,
  { inTurn, handlerTimeoutMs }: Running,
): void {
  const answer = handler as (input: object) => Promise<unknown>;
  const { status } = route;
  app.route({
    method: route.method,
    url: routerPath(route.path),
    config: { route },
    bodyLimit: route.bodyLimit ?? defaultBodyLimit,
    handlerTimeout: handlerTimeoutMs,
    schema: schemaOf(route),
    preValidation: emptyBody,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      reply.statusCode = status;
      const { params, query, body, actor, id: requestId, headers, ip: address } = request;
      const setHeader = (name: string, value: string) => void reply.header(name, value);
      const input = { params, query, body, actor, requestId, headers, address, setHeader };
      if (!actor) return answer(input);
      const { storeId } = request;
      return inTurn(actor.tenant, () =>
        storeId === undefined
          ? inTenant(actor.tenant, () => answer(input))
          : inStore(actor.tenant, storeId, () => answer(input)),
      );
    },
  });
}

/** `/stores/{storeName}` as the router writes it: `/stores/:storeName`. */
export const routerPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Whether an actor may come in at the host that a request names, and now. Answers headers of its own. Throws when not. */
export type Admit = (actor: Actor, host: string | undefined) => Promise<Readonly<Record<string, string>>>;

/** Lets work in when it is its tenant's turn. */
export type InTurn = <Result>(tenant: string, work: () => Promise<Result>) => Promise<Result>;

/** The id of a store of the tenant, if it is one of these. Throws what every other name is answered, absent or not. */
export type RequireStore = (tenant: string, name: string, ids: ReadonlySet<string>) => Promise<string>;

type Gate = {
  readonly authenticate: Authenticate;
  readonly admit?: Admit;
  readonly requireStore?: RequireStore;
  readonly publicUrl: () => string;
};

/** Checks who asks, before a byte of the body is read. */
export function authorisation({ authenticate, admit, requireStore, publicUrl }: Gate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const route = request.routeOptions.config.route;
    if (!route || route.permission === 'public') return;
    const actor = await authenticate(request.headers);
    if (admit) reply.headers(await admit(actor, request.headers.host));
    if (actor.kind === 'operator') refuseOtherSites(request, publicUrl());
    request.actor = actor;
    if (permissionsFor(actor.tenant, route).some((one) => actor.permissions.has(one))) return;
    const stores = storesOf(actor, route);
    if (stores.size === 0 || requireStore === undefined) throw accessProblems.create('access.forbidden');
    const { storeName } = request.params as { readonly storeName: string };
    request.storeId = await requireStore(actor.tenant, storeName, stores);
  };
}

function schemaOf(route: Route) {
  const body: TSchema | undefined = route.body ?? (route.method === 'POST' ? nothing : undefined);
  return {
    params: route.params ?? nothing,
    querystring: route.query ?? nothing,
    ...(body && { body }),
    ...(route.output && { response: { [route.status]: route.output } }),
  };
}

function emptyBody(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (request.method === 'POST' && request.body === undefined) request.body = {};
  done();
}
