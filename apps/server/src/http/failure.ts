import type { Problem } from '@latchkey/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from './log.ts';
import { oauthBody, problemBody, toProblem } from './problem-body.ts';

/** The one place that answers failures: as problem+json, or as OAuth writes them; 5xx are logged, once. */
export function failureWriter(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = toProblem(error);
    if (problem.status >= 500)
      log.error({ traceId: request.id, err: error, code: problem.code }, 'request failed');
    headersOf(problem, reply);
    reply.code(problem.status).serializer(JSON.stringify);
    const route = request.routeOptions.config.route;
    if (route?.failures === 'oauth') return reply.type('application/json').send(oauthBody(problem));
    return reply.type('application/problem+json').send(problemBody(problem, pathOf(request), request.id));
  };
}

function headersOf(problem: Problem, reply: FastifyReply): void {
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds);
  const { headers } = problem.facts;
  if (typeof headers === 'object' && headers !== null) reply.headers({ ...headers });
  if (problem.status !== 401) return;
  reply.header('www-authenticate', String(problem.facts.challenge ?? 'Bearer realm="latchkey"'));
}

/** Without the query, which may carry names. */
const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;
