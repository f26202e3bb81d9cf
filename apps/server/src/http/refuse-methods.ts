import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bound } from './bind.ts';
import { routerPath } from './register-route.ts';
import { requestProblems } from './request-problems.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Answers 405 with `Allow` for the methods that a path does not take (RFC 9110 section 15.5.6). */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly Bound[]): void {
  const taken = Map.groupBy(routes, ({ route }) => routerPath(route.path).replace(/:\w+/g, ':p'));
  for (const bound of taken.values()) {
    const allowed = bound.map(({ route }) => route.method as string);
    const url = routerPath((bound[0] as Bound).route.path);
    const refuse = refusal(allowed.join(', '));
    const others = methods.filter((method) => !allowed.includes(method));
    app.route({ method: [...others], url, onRequest: refuse, handler: refuse });
  }
}

function refusal(allow: string) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<never> => {
    reply.header('allow', allow);
    throw requestProblems.create('request.method-not-allowed');
  };
}
