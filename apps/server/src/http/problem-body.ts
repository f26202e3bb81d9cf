import type { ProblemBody } from '@latchkey/contract';
import { Problem } from '@latchkey/kernel';
import { requestProblems } from './request-problems.ts';
import { fieldErrors, type ValidationFailure } from './validation.ts';

type RequestCode = keyof typeof requestProblems.kinds;

/** Fastify's own failures, by its codes. */
const frameworkCodes: Readonly<Record<string, RequestCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_HANDLER_TIMEOUT: 'server.unavailable',
  FST_ERR_BAD_URL: 'request.malformed',
  // The client went away in the middle of its body.
  ECONNRESET: 'request.malformed',
};

/** The problem that any thrown value is to the client. What is not listed becomes `server.failed`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isValidationFailure(error)) {
    return requestProblems.create('request.invalid', { errors: fieldErrors(error) });
  }
  const code = codeOf(error);
  const known = frameworkCodes[code];
  if (known) return requestProblems.create(known);
  if (code.startsWith('FST_') && statusOf(error) === 400) return requestProblems.create('request.malformed');
  return requestProblems.create('server.failed', { cause: error });
}

/** RFC 9457. A failure of the server (5xx) says nothing beyond its kind and the id in the log. */
export function problemBody(problem: Problem, instance: string, traceId: string): ProblemBody {
  return {
    type: `urn:latchkey:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    ...(problem.detail !== undefined && problem.status < 500 && { detail: problem.detail }),
    instance,
    code: problem.code,
    ...(problem.errors.length > 0 && { errors: [...problem.errors] }),
    traceId,
  };
}

/** RFC 6749 section 5.2: `oauth.invalid-client` becomes `invalid_client`. */
export function oauthBody(problem: Problem): { error: string; error_description: string } {
  const error = problem.code.startsWith('oauth.')
    ? problem.code.slice(6).replaceAll('-', '_')
    : 'invalid_request';
  return {
    error: problem.status < 500 ? error : 'server_error',
    error_description: problem.detail ?? problem.title,
  };
}

const isValidationFailure = (error: unknown): error is ValidationFailure =>
  typeof error === 'object' && error !== null && Array.isArray((error as ValidationFailure).validation);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const statusOf = (error: unknown): unknown => (error as { statusCode?: unknown } | null)?.statusCode;
