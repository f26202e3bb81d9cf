import type { Failures } from '@latchkey/contract';
import { newId } from '@latchkey/kernel';
import { type FastifyInstance, fastify } from 'fastify';
import type { Authenticate } from '../access/authenticate.ts';
import type { Bound } from './bind.ts';
import { answerBrokenConnection } from './broken-connection.ts';
import { documentation } from './documentation.ts';
import { failureWriter } from './failure.ts';
import { parseForm } from './form-body.ts';
import { health } from './health.ts';
import type { Log } from './log.ts';
import { parseJson } from './plain-json.ts';
import { refuseOtherMethods } from './refuse-methods.ts';
import {
  type Admit,
  authorisation,
  type InTurn,
  type RequireStore,
  registerRoute,
} from './register-route.ts';
import { requestProblems } from './request-problems.ts';
import { compileValidator } from './validation.ts';

export type HttpServerNeeds = {
  readonly routes: readonly Bound[];
  readonly authenticate: Authenticate;
  /** Throws when somebody whom it is may not come in at this host, or not now. */
  readonly admit?: Admit;
  /** Lets the work of a request in when it is its tenant's turn; absent: at once. */
  readonly inTurn?: InTurn;
  /** Addresses or ranges of the proxies whose `X-Forwarded-For` is believed; none unless told. */
  readonly trustedProxies?: readonly string[];
  /** For those who may do something in some identity stores only. */
  readonly requireStore?: RequireStore;
  readonly log: Log;
  /** Resolves when requests can be served; throws when not. */
  readonly ready: () => Promise<unknown>;
  /** Origin that people see. */
  readonly publicUrl: () => string;
  readonly version: string;
  /** Every problem that routes can answer, for the description of the API. */
  readonly failures: Failures;
  /** Longest time in which a request has to arrive, in milliseconds. */
  readonly requestTimeoutMs?: number;
  /** Longest time in which a route has to answer, in milliseconds. */
  readonly handlerTimeoutMs?: number;
  /** Further parts that are no REST routes (pages); each in its own scope. */
  readonly parts?: readonly ((app: FastifyInstance) => void | Promise<void>)[];
};

const apiHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'publickey-credentials-create=(), publickey-credentials-get=()',
} as const;

/** The HTTP server over bound routes; `listen` or `inject` is the caller's. */
export function httpServer(needs: HttpServerNeeds): FastifyInstance {
  const app = emptyServer(needs);
  app.addHook('onRequest', authorisation(needs));
  const running = { inTurn: atOnce, handlerTimeoutMs: 60_000, ...needs };
  for (const bound of needs.routes) if (bound.route.bodyType !== 'form') registerRoute(app, bound, running);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    acceptBody(scope, 'application/x-www-form-urlencoded', parseForm);
    for (const bound of needs.routes)
      if (bound.route.bodyType === 'form') registerRoute(scope, bound, running);
  });
  refuseOtherMethods(app, needs.routes);
  app.register(health(needs.ready));
  app.register(documentation(needs));
  for (const part of needs.parts ?? []) app.register(async (scope) => part(scope));
  return app;
}

const atOnce: InTurn = (_tenant, work) => work();

/** A server without routes or people: parts that anybody may read. */
export function openServer({
  log,
  parts,
}: {
  readonly log: Log;
  readonly parts: NonNullable<HttpServerNeeds['parts']>;
}): FastifyInstance {
  const app = emptyServer({ log });
  for (const part of parts) app.register(async (scope) => part(scope));
  return app;
}

function emptyServer({
  log,
  requestTimeoutMs = 20_000,
  trustedProxies = [],
}: Pick<HttpServerNeeds, 'log' | 'requestTimeoutMs' | 'trustedProxies'>): FastifyInstance {
  const fail = failureWriter(log);
  const app = fastify({
    logger: false,
    genReqId: newId,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 1000 },
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerBrokenConnection,
    // Such a request meets no hook.
    frameworkErrors: (error, request, reply) => void fail(error, request, reply.headers(apiHeaders)),
  });
  app.removeAllContentTypeParsers();
  acceptBody(app, 'application/json', parseJson);
  app.setValidatorCompiler(compileValidator);
  app.decorateRequest('actor', undefined);
  app.decorateRequest('storeId', undefined);
  app.setErrorHandler(fail);
  app.setNotFoundHandler(() => Promise.reject(requestProblems.create('request.unknown-route')));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(apiHeaders);
    done();
  });
  return app;
}

function acceptBody(app: FastifyInstance, type: string, parse: (text: string) => unknown): void {
  app.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, text: string) =>
    parse(text),
  );
}
