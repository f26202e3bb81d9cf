import { permissionsFor, type Route } from '@latchkey/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Authenticate } from '../access/authenticate.ts';
import { inTenant } from '../db/tenant-scope.ts';
import type { Bound } from './bind.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `undefined` on public routes. */
    actor: Actor | undefined;
  }
  interface FastifyContextConfig {
    route?: Route;
  }
}

/** Largest body unless the route says otherwise, in bytes. */
export const defaultBodyLimit = 64 * 1024;

const nothing = Type.Object({}, { additionalProperties: false });

/** Registers one bound route: who may, then the body, its check, the handler, and the answer by its schema. */
export function registerRoute(app: FastifyInstance, { route, handler }: Bound): void {
  const answer = handler as (input: object) => Promise<unknown>;
  const { status } = route;
  app.route({
    method: route.method,
    url: routerPath(route.path),
    config: { route },
    bodyLimit: route.bodyLimit ?? defaultBodyLimit,
    schema: schemaOf(route),
    preValidation: emptyBody,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      reply.statusCode = status;
      const { params, query, body, actor, id: requestId, headers, ip: address } = request;
      const setHeader = (name: string, value: string) => void reply.header(name, value);
      const input = { params, query, body, actor, requestId, headers, address, setHeader };
      return actor ? inTenant(actor.tenant, () => answer(input)) : answer(input);
    },
  });
}

/** `/stores/{storeName}` as the router writes it: `/stores/:storeName`. */
export const routerPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Whether an actor may come in at the host that a request names. Throws when not. */
export type Admit = (actor: Actor, host: string | undefined) => Promise<void>;

type Gate = {
  readonly authenticate: Authenticate;
  readonly admit?: Admit;
  readonly publicUrl: () => string;
};

/** Checks who asks, before a byte of the body is read. */
export function authorisation({ authenticate, admit, publicUrl }: Gate) {
  return async (request: FastifyRequest): Promise<void> => {
    const route = request.routeOptions.config.route;
    if (!route || route.permission === 'public') return;
    const actor = await authenticate(request.headers);
    await admit?.(actor, request.headers.host);
    if (actor.kind === 'operator') refuseOtherSites(request, publicUrl());
    if (!permissionsFor(actor.tenant, route).some((one) => actor.permissions.has(one)))
      throw accessProblems.create('access.forbidden');
    request.actor = actor;
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
